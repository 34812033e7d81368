"""What a class has understood: per question the mean, per check how often it passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from autograder.model import Verdict
from autograder.model.summary import CheckOutline, QuestionSummary, Summary
from autograder.reports._page import share
from autograder.reports.discrimination import discrimination
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

    number: int
    """of the question in the assignment"""
    question: str
    """its title"""
    name: str
    sentence: str
    nudge: str
    count: int
    answered: int
    rate: float


@dataclass(frozen=True)
class QuestionStatistics:
    """How the class did on one question."""

    number: int
    id: str
    title: str
    possible: float
    mean: float
    share: float
    full: int
    """submissions with full marks"""
    unanswered: int
    timeouts: int
    """submissions in which a check stopped because of time"""
    total: int
    discrimination: float | None
    undefined: str
    """why there is no discrimination"""
    misconceptions: tuple[MisconceptionStatistics, ...]
    """the most frequent first"""
    checks: tuple[CheckStatistics, ...]


def question_statistics(summaries: Sequence[Summary]) -> tuple[QuestionStatistics, ...]:
    """In the assignment's order; only what was judged counts, an unanswered question as 0."""
    by_id: dict[str, list[QuestionSummary]] = {}
    for summary in summaries:
        for question in summary.questions:
            by_id.setdefault(question.id, []).append(question)
    return tuple(
        _question(number, questions, *discrimination(summaries, id_))
        for number, (id_, questions) in enumerate(by_id.items(), 1)
    )


def all_misconceptions(
    questions: Sequence[QuestionStatistics],
) -> tuple[MisconceptionStatistics, ...]:
    """Of all questions, the most frequent first."""
    found = [one for question in questions for one in question.misconceptions]
    return tuple(sorted(found, key=lambda one: (-one.rate, -one.count, one.number, one.name)))


def _question(
    number: int, questions: Sequence[QuestionSummary], telling: float | None, undefined: str
) -> QuestionStatistics:
    first = questions[0]
    title = numbered(number, first.title or first.id)
    mean = fmean(question.earned for question in questions)
    return QuestionStatistics(
        number=number,
        id=first.id,
        title=title,
        possible=first.possible,
        mean=mean,
        share=share(mean, first.possible),
        full=sum(share(question.earned, question.possible) > 1 - 1e-9 for question in questions),
        unanswered=sum(not question.answered for question in questions),
        timeouts=sum(question.timed_out for question in questions),
        total=len(questions),
        discrimination=telling,
        undefined=undefined,
        misconceptions=_misconceptions(number, title, questions),
        checks=_checks(questions),
    )


def _misconceptions(
    number: int, title: str, questions: Sequence[QuestionSummary]
) -> tuple[MisconceptionStatistics, ...]:
    counts = Counter(question.misconception for question in questions)
    answered = sum(question.answered for question in questions)
    found = [
        MisconceptionStatistics(
            number=number,
            question=title,
            name=said.name,
            sentence=said.sentence,
            nudge=said.nudge,
            count=count,
            answered=answered,
            rate=share(count, answered),
        )
        for said, count in counts.items()
        if said is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.name)))


def _checks(questions: Sequence[QuestionSummary]) -> tuple[CheckStatistics, ...]:
    """By name, in the order of the first submission that has it."""
    alike = Counter((question.outline, question.verdicts) for question in questions)
    outlines: dict[str, CheckOutline] = {}
    counts: dict[str, Counter[Verdict]] = {}
    for (outline, verdicts), times in alike.items():
        for check, verdict in zip(outline.checks, verdicts, strict=True):
            outlines.setdefault(check.name, check)
            counts.setdefault(check.name, Counter())[verdict] += times
    return tuple(_check(check, counts[name]) for name, check in outlines.items())


def _check(check: CheckOutline, counts: Counter[Verdict]) -> CheckStatistics:
    return CheckStatistics(
        name=check.name,
        hidden=check.hidden,
        sentence=check.sentence,
        counts={verdict: counts[verdict] for verdict in Verdict},
        rate=counts[Verdict.PASSED] / counts.total(),
    )
