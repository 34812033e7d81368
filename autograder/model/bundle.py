"""What a grader needs of an assignment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.model.report import points_sum
from autograder.model.source import Attempt, Limits


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
    """for the diagnosis, as is what follows; outside the digest"""
    accepted: tuple[Attempt, ...] = ()
    setup: str = ""
    """the code cell after the introduction"""
    answers: Mapping[str, str] = field(default_factory=dict)
    """question id → the answer cell with the solution"""
    given: tuple[str, ...] = ()
    """code cells as released that hold no answer: figures, and what loads and runs the checks"""

    @property
    def possible(self) -> float:
        return points_sum(question.points for question in self.questions)
