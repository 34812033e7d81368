"""What was handed in, and what went wrong while it ran."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CodeCell:
    """A cell to run. `number` is its 1-based position in the notebook, counting every cell."""

    number: int
    source: str


@dataclass(frozen=True)
class Submission:
    """A notebook handed in, read.

    `id` names its report and page; `repairs` says what was mended, for student and TA.
    """

    id: str
    student: str
    filename: str
    digest: str
    """of the submitted bytes"""
    cells: tuple[CodeCell, ...] = ()
    repairs: tuple[str, ...] = ()
    reason: str = ""
    """why it cannot be graded; empty when it can"""


@dataclass(frozen=True)
class StudentError:
    """What a student's code raised.

    `text` is data from the student: escaped and cut where it is shown.
    """

    kind: str
    text: str
    line: int | None = None
    """1-based, in the cell"""
    code: str = ""
    """the student's line"""


@dataclass(frozen=True)
class CellProblem:
    """A cell that did not run to its end."""

    cell: int
    """CodeCell.number"""
    error: StudentError
