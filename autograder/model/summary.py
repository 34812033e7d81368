"""What the class's pages and books need of a report: small enough to keep one of each submission.

A report of an assignment has tens of kilobytes, most of them the author's sentences, which are the
same in every report. A summary shares them with all others, so a class of 10,000 fits in memory.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.model.report import Layer, Misconception, Status, Verdict


@dataclass(frozen=True, slots=True)
class CheckOutline:
    """A check as class tables name it."""

    name: str
    hidden: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class QuestionOutline:
    """What is the same of a question in every submission."""

    id: str
    title: str
    possible: float
    checks: tuple[CheckOutline, ...]


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """One question of one submission."""

    outline: QuestionOutline
    earned: float
    verdicts: tuple[Verdict, ...]
    """in the order of the outline's checks"""
    answered: bool
    timed_out: bool
    misconception: Misconception | None = None

    @property
    def id(self) -> str:
        return self.outline.id

    @property
    def title(self) -> str:
        return self.outline.title

    @property
    def possible(self) -> float:
        return self.outline.possible


@dataclass(frozen=True, slots=True)
class Summary:
    """One submission. `score` is None when ungradable; `reason` says why."""

    submission: str
    student: str
    digest: str
    """the report's"""
    status: Status
    score: float | None
    possible: float
    reason: str = ""
    remarks: tuple[str, ...] = ()
    """repairs and limits hit"""
    doubts: tuple[str, ...] = ()
    """what else a person should judge"""
    questions: tuple[QuestionSummary, ...] = ()
    layers: tuple[Layer, ...] = ()
    weak_sandbox: bool = False
    no_page: str = ""
    """why a page could not be made; empty when all are there"""
