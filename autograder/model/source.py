"""What an author writes: an assignment, its questions, their checks and attempts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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
    """its outputs are right, random or shared with another idea: the diagnosis never names it"""
    twin_of: str = ""
    """the mutant whose sentence is true of this one too, and which behaves the same"""


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
class Written:
    """A question that a person marks. Both texts are markdown; the rubric is the staff's."""

    prompt: str
    rubric: str
    marks: int


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
    written: Written | None = None
    """closes the notebook; no points in the automatic score"""
