"""A report as a page for its student: what holds, what does not, what to rethink.

Of a hidden check the page gets its sentence, verdict and hint. Its message, which may tell an input
or an expected value, is dropped here, before any template sees it.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.model import CheckResult, Misconception, QuestionResult, Report, Status, Verdict
from autograder.reports._page import VERDICTS, render_page, share
from autograder.reports.feedback_advice import advice
from autograder.reports.matrices import matrices
from autograder.reports.next_steps import all_passed, is_unanswered, next_steps
from autograder.reports.text import numbered

MAX_PROBLEMS = 5
"""More than these are nearly always echoes of the first."""


@dataclass(frozen=True)
class ShownCheck:
    """All of a check that its student may see."""

    symbol: str
    word: str
    kind: str
    hidden: bool
    sentence: str
    earned: float
    points: float
    hint: str
    message: str


@dataclass(frozen=True)
class ShownQuestion:
    """All of a question that its student may see. `anchor` is its place in the page."""

    anchor: str
    id: str
    title: str
    earned: float
    possible: float
    share: float
    summary: str
    note: str
    unanswered: bool
    solved: bool
    misconception: Misconception | None
    advice: tuple[str, ...]
    """how to read the open checks"""
    open: tuple[ShownCheck, ...]
    """checks that are not passed: the page opens with them"""
    passed: tuple[ShownCheck, ...]


def render(report: Report) -> str:
    """The page, self-contained."""
    questions = shown_questions(report)
    score = report.score
    return render_page(
        "feedback.html",
        report=report,
        ungradable=report.status is Status.UNGRADABLE,
        share=share(score or 0, report.possible),
        questions=questions,
        by_id={question.id: question for question in questions},
        problems=report.problems[:MAX_PROBLEMS],
        more_problems=len(report.problems) - MAX_PROBLEMS,
        steps=next_steps(report),
    )


def shown_questions(report: Report) -> tuple[ShownQuestion, ...]:
    """What every form of the feedback is made from: nothing else may be told."""
    return tuple(_question(number, q) for number, q in enumerate(report.questions, 1))


def _question(number: int, question: QuestionResult) -> ShownQuestion:
    unanswered = is_unanswered(question)
    return ShownQuestion(
        anchor=f"q{number}",
        id=question.id,
        title=numbered(number, question.title or question.id),
        earned=question.earned,
        possible=question.possible,
        share=share(question.earned, question.possible),
        summary=_summary(question, unanswered),
        note="" if unanswered else question.note,
        unanswered=unanswered,
        solved=all_passed(question),
        misconception=question.misconception,
        advice=() if unanswered else advice(question),
        open=tuple(shown_check(c, question.note) for c in question.checks if not _passed(c)),
        passed=tuple(shown_check(c, question.note) for c in question.checks if _passed(c)),
    )


def _summary(question: QuestionResult, unanswered: bool) -> str:
    if unanswered:
        return "not answered"
    passed = sum(_passed(check) for check in question.checks)
    if passed == len(question.checks):
        return "all checks passed"
    return f"{passed} of {len(question.checks)} checks passed"


def _passed(check: CheckResult) -> bool:
    return check.verdict is Verdict.PASSED


def shown_check(check: CheckResult, note: str) -> ShownCheck:
    """All of it that may be told; `note`: what is said of its question already."""
    symbol, word = VERDICTS[check.verdict]
    wrong = check.verdict in (Verdict.FAILED, Verdict.ERRORED)
    # What the question's note says already is not said again by every check.
    tells = not check.hidden and check.verdict is not Verdict.PASSED and check.message != note
    return ShownCheck(
        symbol=symbol,
        word=word,
        kind=check.verdict.replace(" ", "-"),
        hidden=check.hidden,
        sentence=check.sentence or check.name,
        earned=check.earned,
        points=check.points,
        hint=check.hint if wrong else "",
        message=matrices(check.message) if tells else "",
    )
