"""The vocabulary as frozen dataclasses: author, grader and report speak it.

Standard library only, so that every room of the engine may import it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Verdict(StrEnum):
    """What a check found.

    `errored`: the answer raised or died; `not run`: there was nothing to judge.
    """

    PASSED = "passed"
    FAILED = "failed"
    ERRORED = "errored"
    NOT_RUN = "not run"


class Status(StrEnum):
    """What became of a submission. `repaired`: graded after a repair, which the report lists."""

    GRADED = "graded"
    REPAIRED = "repaired"
    UNGRADABLE = "ungradable"


@dataclass(frozen=True)
class Limits:
    """What a student process may use; CPU seconds unless the name says otherwise."""

    cell_cpu: float = 10.0
    call_cpu: float = 5.0
    submission_cpu: float = 60.0
    check_cpu: float = 10.0
    """of the trusted process, for one check's own comparisons"""
    wall_factor: float = 10.0
    """the wall-clock backstop is this many times the CPU limit"""
    memory_mib: int = 2048
    frame_mib: int = 64
    """largest message that crosses the boundary"""
    file_mib: int = 64
    """largest file the student process may write"""


# ---------------------------------------------------------------- what an author writes


@dataclass(frozen=True)
class Check:
    """Judges a student's answer.

    `name` is the check function's name, `sentence` its docstring's first line.
    """

    name: str
    hidden: bool
    points: float
    hint: str
    sentence: str
    source: str
    """the function definition, as the author wrote it"""
    line: int
    """in question.py, 1-based"""


@dataclass(frozen=True)
class Cell:
    """One cell of a source: kind is markdown, answer, check, figure or code."""

    kind: str
    source: str
    line: int


@dataclass(frozen=True)
class Attempt:
    """A stored answer.

    `sentence` is line 1; a rejected one (a mutant) names the checks that must catch it.
    """

    question: str
    name: str
    accepted: bool
    sentence: str
    source: str
    """the answer cell"""
    caught_by: tuple[str, ...] = ()
    nudge: str = ""
    undiagnosable: bool = False


@dataclass(frozen=True)
class Question:
    """All of one question. `names` are the functions its answer cell defines."""

    id: str
    title: str
    points: float
    names: tuple[str, ...]
    answer: str
    """the answer cell with the solution, markers removed: runs as it stands"""
    placeholder: str
    """the answer cell as students receive it"""
    cells: tuple[Cell, ...]
    checks: tuple[Check, ...]
    attempts: tuple[Attempt, ...]
    path: Path


@dataclass(frozen=True)
class Assignment:
    """Questions released together. `setup` is the code cell after the introduction (imports)."""

    slug: str
    title: str
    intro: str
    setup: str
    questions: tuple[Question, ...]
    limits: Limits
    files: tuple[str, ...]
    """paths beside assignment.toml that are shipped with the notebook"""
    path: Path


# ---------------------------------------------------------------- what a grader needs


@dataclass(frozen=True)
class CheckInfo:
    """A check as the grader and the feedback see it; its code is in the question's test file."""

    name: str
    hidden: bool
    points: float
    hint: str
    sentence: str


@dataclass(frozen=True)
class BundleQuestion:
    """`test_file` is the text of Otter's test file with all checks, in the order of `checks`."""

    id: str
    title: str
    points: float
    names: tuple[str, ...]
    checks: tuple[CheckInfo, ...]
    test_file: str
    placeholder: str


@dataclass(frozen=True)
class Bundle:
    """Everything a grader needs of one assignment. `digest` decides about regrading."""

    slug: str
    title: str
    digest: str
    limits: Limits
    questions: tuple[BundleQuestion, ...]
    files: Mapping[str, bytes]
    """shipped data by name, placed in the student process's working folder"""
    mutants: tuple[Attempt, ...] = ()
    """for the diagnosis; outside the digest"""

    @property
    def possible(self) -> float:
        return sum(question.points for question in self.questions)


# ---------------------------------------------------------------- what was handed in


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


# ---------------------------------------------------------------- what a report says


@dataclass(frozen=True)
class CheckResult:
    """One check's verdict.

    `message` of a hidden check is for staff; feedback shows its sentence and hint alone.
    """

    name: str
    hidden: bool
    points: float
    earned: float
    verdict: Verdict
    message: str
    sentence: str
    hint: str


@dataclass(frozen=True)
class QuestionResult:
    """All verdicts of one question.

    `note` says what happened to it as a whole ("not answered", a time-out).
    """

    id: str
    title: str
    possible: float
    checks: tuple[CheckResult, ...]
    note: str = ""

    @property
    def earned(self) -> float:
        return sum(check.earned for check in self.checks)


@dataclass(frozen=True)
class Layer:
    """A confinement layer: in force or not, and what that means, in a sentence a TA understands."""

    name: str
    active: bool
    required: bool
    detail: str


@dataclass(frozen=True)
class Report:
    """All that is known of one submission after grading."""

    submission: str
    student: str
    filename: str
    assignment: str
    title: str
    digest: str
    """of the submitted bytes and the bundle: unchanged work is not graded again"""
    status: Status
    questions: tuple[QuestionResult, ...] = ()
    reason: str = ""
    repairs: tuple[str, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    limits_hit: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    weak_sandbox: bool = False
    times: Mapping[str, float] = field(default_factory=dict)
    """seconds by name; not part of the gradebook"""

    @property
    def score(self) -> float | None:
        """None when ungradable; a blank graded submission has 0."""
        if self.status is Status.UNGRADABLE:
            return None
        return sum(question.earned for question in self.questions)

    @property
    def possible(self) -> float:
        return sum(question.possible for question in self.questions)
