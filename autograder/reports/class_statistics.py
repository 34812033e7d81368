"""What a class has understood: per question the mean, per check how often it passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from autograder.model import CheckResult, QuestionResult, Report, Verdict
from autograder.reports._page import share
from autograder.reports.next_steps import is_unanswered
from autograder.reports.text import numbered


@dataclass(frozen=True)
class CheckStatistics:
    """How the class did on one check; `counts` has every verdict, 0 included."""

    name: str
    hidden: bool
    sentence: str
    counts: dict[Verdict, int]
    rate: float
    """of all judged submissions"""


@dataclass(frozen=True)
class MisconceptionStatistics:
    """How many answers behave like one stored wrong answer; `rate` is of all that were given."""

    name: str
    sentence: str
    nudge: str
    count: int
    rate: float


@dataclass(frozen=True)
class QuestionStatistics:
    """How the class did on one question."""

    id: str
    title: str
    possible: float
    mean: float
    share: float
    full: int
    """submissions with full marks"""
    unanswered: int
    total: int
    misconceptions: tuple[MisconceptionStatistics, ...]
    """the most frequent first"""
    checks: tuple[CheckStatistics, ...]


def question_statistics(reports: Sequence[Report]) -> tuple[QuestionStatistics, ...]:
    """In the assignment's order; only what was judged counts, an unanswered question as 0."""
    by_id: dict[str, list[QuestionResult]] = {}
    for report in reports:
        for question in report.questions:
            by_id.setdefault(question.id, []).append(question)
    return tuple(_question(n, questions) for n, questions in enumerate(by_id.values(), 1))


def _question(number: int, questions: Sequence[QuestionResult]) -> QuestionStatistics:
    first = questions[0]
    by_name: dict[str, list[CheckResult]] = {}
    for question in questions:
        for check in question.checks:
            by_name.setdefault(check.name, []).append(check)
    mean = fmean(question.earned for question in questions)
    return QuestionStatistics(
        id=first.id,
        title=numbered(number, first.title or first.id),
        possible=first.possible,
        mean=mean,
        share=share(mean, first.possible),
        full=sum(share(question.earned, question.possible) > 1 - 1e-9 for question in questions),
        unanswered=sum(is_unanswered(question) for question in questions),
        total=len(questions),
        misconceptions=_misconceptions(questions),
        checks=tuple(_check(checks) for checks in by_name.values()),
    )


def _misconceptions(questions: Sequence[QuestionResult]) -> tuple[MisconceptionStatistics, ...]:
    counts = Counter(question.misconception for question in questions)
    answered = sum(not is_unanswered(question) for question in questions)
    found = [
        MisconceptionStatistics(said.name, said.sentence, said.nudge, count, count / answered)
        for said, count in counts.items()
        if said is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.name)))


def _check(checks: Sequence[CheckResult]) -> CheckStatistics:
    first = checks[0]
    counts = Counter(check.verdict for check in checks)
    return CheckStatistics(
        name=first.name,
        hidden=first.hidden,
        sentence=first.sentence,
        counts={verdict: counts[verdict] for verdict in Verdict},
        rate=counts[Verdict.PASSED] / len(checks),
    )
