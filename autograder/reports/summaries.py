"""A report → its summary, and a summary as a line of JSON and back.

What summaries share (an author's sentences, the machine's layers) is one object in memory; in a
line it is a number that an earlier line gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple
from typing import Any, TypeVar

from autograder.model import (
    CheckResult,
    Layer,
    Misconception,
    QuestionResult,
    Report,
    Status,
    Verdict,
)
from autograder.model.summary import CheckOutline, QuestionOutline, QuestionSummary, Summary
from autograder.reports.discrimination import ran_out_of_time
from autograder.reports.next_steps import is_unanswered

JUDGED_EARLIER = "judged as it was"
"""How grading says that a later cell took something from an answer."""
NOTHING = "questions that were answered: {answered}; points: none"
LETTERS = dict(zip(Verdict, "pfen", strict=True))
VERDICTS = {letter: verdict for verdict, letter in LETTERS.items()}

T = TypeVar("T")
Shared = QuestionOutline | tuple[Layer, ...]


class Summarizer:
    """Makes summaries of one class: what is equal in two of them is one object."""

    def __init__(self) -> None:
        self._one: dict[Any, Any] = {}

    def same(self, value: T) -> T:
        """The first value that was equal to this one."""
        found: T = self._one.setdefault(value, value)
        return found

    def of(self, report: Report, no_page: str = "") -> Summary:
        """The report's summary."""
        return Summary(
            submission=report.submission,
            student=report.student,
            digest=report.digest,
            status=report.status,
            score=report.score,
            possible=report.possible,
            reason=report.reason,
            remarks=tuple(map(self.same, (*report.repairs, *report.limits_hit))),
            doubts=tuple(_doubts(report)),
            questions=tuple(self._question(question) for question in report.questions),
            layers=self.same(report.layers),
            weak_sandbox=report.weak_sandbox,
            no_page=no_page,
        )

    def _question(self, question: QuestionResult) -> QuestionSummary:
        return QuestionSummary(
            outline=self.same(_outline(question)),
            earned=question.earned,
            verdicts=self.same(tuple(check.verdict for check in question.checks)),
            answered=not is_unanswered(question),
            timed_out=ran_out_of_time(question),
            misconception=self.same(question.misconception),
        )

    def row(self, summary: Summary, number: Callable[[Shared], str]) -> list[Any]:
        """What JSON can hold; `number` names what is shared."""
        s = summary
        return [
            *(s.submission, s.student, s.digest, str(s.status), s.score, s.possible, s.reason),
            *(s.remarks, s.doubts, [_question_row(q, number) for q in s.questions]),
            *(number(s.layers), s.weak_sandbox, s.no_page),
        ]

    def summary(self, row: list[Any], shared: Mapping[str, Shared]) -> Summary:
        """What `row` was made from; any of LookupError, TypeError, ValueError when it was not."""
        name, student, digest, status, score, possible, reason, remarks, doubts = row[:9]
        questions, number, weak, no_page = row[9:]
        layers = shared[number]
        if isinstance(layers, QuestionOutline):
            raise ValueError(f"{number!r} names no layers")
        return Summary(
            submission=name,
            student=student,
            digest=digest,
            status=Status(status),
            score=score,
            possible=possible,
            reason=reason,
            remarks=tuple(map(self.same, remarks)),
            doubts=tuple(doubts),
            questions=tuple(self._read_question(question, shared) for question in questions),
            layers=layers,
            weak_sandbox=weak,
            no_page=no_page,
        )

    def _read_question(self, row: list[Any], shared: Mapping[str, Shared]) -> QuestionSummary:
        number, earned, verdicts, answered, timed_out, said = row
        outline = shared[number]
        if not isinstance(outline, QuestionOutline) or len(outline.checks) != len(verdicts):
            raise ValueError(f"{number!r} names no question of {len(verdicts)} checks")
        found = self.same(tuple(VERDICTS[letter] for letter in verdicts))
        idea = self.same(Misconception(*said)) if said else None
        return QuestionSummary(outline, earned, found, answered, timed_out, idea)


def shared_row(value: Shared) -> list[Any]:
    """A question's outline or the layers of a machine, as JSON can hold them."""
    if isinstance(value, QuestionOutline):
        return ["question", value.id, value.title, value.possible, [*map(astuple, value.checks)]]
    return ["layers", *map(astuple, value)]


def shared_of(row: list[Any]) -> Shared:
    """What `shared_row` was made from."""
    kind, *rest = row
    if kind == "layers":
        return tuple(Layer(*layer) for layer in rest)
    name, title, possible, checks = rest
    outlines = tuple(CheckOutline(*check) for check in checks)
    return QuestionOutline(name, title, possible, outlines)


def _question_row(question: QuestionSummary, number: Callable[[Shared], str]) -> list[Any]:
    letters = "".join(LETTERS[verdict] for verdict in question.verdicts)
    said = question.misconception
    flags = question.answered, question.timed_out, said and astuple(said)
    return [number(question.outline), question.earned, letters, *flags]


def _outline(question: QuestionResult) -> QuestionOutline:
    checks = tuple(map(_check_outline, question.checks))
    return QuestionOutline(question.id, question.title, question.possible, checks)


def _check_outline(check: CheckResult) -> CheckOutline:
    return CheckOutline(check.name, check.hidden, check.sentence)


def _doubts(report: Report) -> Iterator[str]:
    """What a grader cannot decide: whether nothing is what was earned, what a later cell took."""
    answered = sum(not is_unanswered(question) for question in report.questions)
    if report.score == 0 and answered:
        yield NOTHING.format(answered=answered)
    for question in report.questions:
        if JUDGED_EARLIER in question.note:
            yield f"{question.title or question.id}: {question.note}"
