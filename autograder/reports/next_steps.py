"""What a student does next, most useful first: sentences that follow from the report alone."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.model import NOT_ANSWERED, QuestionResult, Report, Status, Verdict

HAND_IN = (
    "When the notebook does what you want, restart the kernel, run all cells, save, and hand in "
    "the `.ipynb` file again if your course still takes it."
)
UNGRADABLE = (
    "The reason above says what was found and what to hand in instead.",
    "Open the file you handed in with Jupyter: is it the notebook of this assignment, and does "
    "it open? If it is damaged, download the assignment afresh and copy your answer cells into it.",
    "Restart the kernel, run all cells, save, and hand in the `.ipynb` file itself, not a PDF "
    "or a link.",
    "If you are stuck, show this page to your teaching assistant.",
)
ALL_PASSED = "Every check passed. There is nothing to mend; go on with the next assignment."
ALL_PASSED_REPAIRED = (
    "Every check passed. What was repaired stands on this page: mend it in your own copy, so that "
    "it runs at home, too."
)
STOPPED = (
    "Some cells of your notebook stopped. Restart the kernel, run all cells from the top and mend "
    "the first one that stops: what comes after it often depends on it."
)
LIMITS = (
    "Your code ran into a limit. Look for a loop that never ends or does far more work than it "
    "needs, and for arrays that are far larger than the question asks for. In Jupyter such a cell "
    "seems to hang: interrupt the kernel, and print in the loop what should change in each round."
)
WHERE = " It happened here:"
IDEA = (
    "Here the page says what your answer seems to do, and what to ask yourself. Try that on paper "
    "with a small example; then mend your answer and run the check below it:"
)
UNANSWERED = (
    "No answer was found here. Fill in the answer cell, run it, then run the check below it; a "
    "wrong attempt costs nothing:"
)
PUBLIC = (
    "The notebook shows you these failures too, and where an error comes from. Begin with the "
    "first check that fails and work its example out by hand; then mend your answer and run the "
    "check below it until all its checks pass:"
)
HIDDEN = (
    "Here the checks in the notebook pass, but checks that are not shown to you do not. Read their "
    "hints; try your function on other shapes, other types and extreme values. Begin with the "
    "first of these questions, since a later answer may call an earlier one:"
)


@dataclass(frozen=True)
class Step:
    """One thing to do, and the ids of the questions it is about."""

    text: str
    questions: tuple[str, ...] = ()


def next_steps(report: Report) -> tuple[Step, ...]:
    """Never empty."""
    if report.status is Status.UNGRADABLE:
        return tuple(Step(text) for text in UNGRADABLE)
    open_ = [question for question in report.questions if not all_passed(question)]
    if not open_:
        return (Step(ALL_PASSED_REPAIRED if report.repairs else ALL_PASSED),)
    unanswered = [question for question in open_ if is_unanswered(question)]
    answered = [question for question in open_ if not is_unanswered(question)]
    known = [question for question in answered if question.misconception]
    others = [question for question in answered if not question.misconception]
    public = [question for question in others if _fails_in_public(question)]
    hidden = [question for question in others if not _fails_in_public(question)]
    steps = [
        Step(STOPPED) if report.problems else None,
        _limits(report, answered),
        _step(IDEA, known),
        _step(PUBLIC, public),
        _step(HIDDEN, hidden),
        _step(UNANSWERED, unanswered),
        Step(HAND_IN),
    ]
    return tuple(step for step in steps if step is not None)


def is_unanswered(question: QuestionResult) -> bool:
    """Whether the grader found nothing to judge because the placeholder still stands."""
    return question.note.startswith(NOT_ANSWERED)


def all_passed(question: QuestionResult) -> bool:
    return all(check.verdict is Verdict.PASSED for check in question.checks)


def _fails_in_public(question: QuestionResult) -> bool:
    return any(
        not check.hidden and check.verdict is not Verdict.PASSED for check in question.checks
    )


def _limits(report: Report, answered: list[QuestionResult]) -> Step | None:
    if not report.limits_hit:
        return None
    where = [question for question in answered if question.note in report.limits_hit]
    return _step(LIMITS + WHERE, where) or Step(LIMITS)


def _step(text: str, questions: list[QuestionResult]) -> Step | None:
    return Step(text, tuple(question.id for question in questions)) if questions else None
