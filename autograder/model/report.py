"""What a report says: verdicts, and how they came about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from autograder.model.submission import CellProblem

NOT_ANSWERED = "not answered"
"""A question's note, and its checks' message, where nothing was handed in to judge."""


def points_sum(points: Iterable[float]) -> float:
    """A sum of points without the noise of adding floats: 0.1 + 0.2 is 0.3."""
    return round(sum(points), 6)


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
class Misconception:
    """The stored wrong answer that an answer behaves like, in its author's words."""

    name: str
    sentence: str
    nudge: str


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
    misconception: Misconception | None = None
    """counts nowhere; None when nothing can be said without guessing"""
    judged_by: str = ""
    """digest of all that decided about it but the submission; empty when nobody needs it"""

    @property
    def earned(self) -> float:
        return points_sum(check.earned for check in self.checks)


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
        return points_sum(question.earned for question in self.questions)

    @property
    def possible(self) -> float:
        return points_sum(question.possible for question in self.questions)
