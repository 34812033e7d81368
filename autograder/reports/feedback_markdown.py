"""The feedback page's twin in Markdown, for the comment box of an LMS; readable unrendered, too.

It is made from what the page is made from: of a hidden check its sentence, verdict and hint.
"""

from __future__ import annotations

from collections.abc import Iterator

from autograder.model import CellProblem, Report, Status
from autograder.reports._page import points
from autograder.reports.feedback import (
    MAX_PROBLEMS,
    ShownCheck,
    ShownQuestion,
    shown_questions,
)
from autograder.reports.markdown import block, markdown, paragraph
from autograder.reports.next_steps import Step, next_steps
from autograder.reports.text import counted

WEAK = (
    "**Graded in a weak sandbox.** Your answers met the same checks as ever; your teaching "
    "assistant knows what it means."
)
NO_REASON = "the reason was not recorded; ask your teaching assistant."
UNANSWERED = "**Not answered.** A wrong attempt costs nothing."


def render(report: Report) -> str:
    """The text; it ends in one newline."""
    questions = shown_questions(report)
    titles = {question.id: question.title for question in questions}
    parts = [f"# Feedback: {markdown(report.title)}", *_head(report), "## What to do next"]
    steps = enumerate(next_steps(report), 1)
    parts.append("\n".join(f"{n}. {_step(step, titles)}" for n, step in steps))
    parts += _notebook(report)
    if report.status is not Status.UNGRADABLE:
        parts += [part for question in questions for part in _question(question)]
    receipt = f" · receipt {markdown(report.digest[:12])}" if report.digest else ""
    parts.append(f"File {markdown(report.filename)}{receipt}")
    return "\n\n".join(parts) + "\n"


def _head(report: Report) -> Iterator[str]:
    if report.status is Status.UNGRADABLE:
        yield "**This submission could not be graded.**"
        yield f"Why: {markdown(report.reason) or NO_REASON}"
    else:
        yield f"**{points(report.score, report.possible)} points**"
    if report.weak_sandbox:
        yield WEAK


def _step(step: Step, titles: dict[str, str]) -> str:
    about = ", ".join(markdown(titles[id_]) for id_ in step.questions)
    return f"{markdown(step.text)} {about}".rstrip()


def _notebook(report: Report) -> Iterator[str]:
    if not (report.repairs or report.limits_hit or report.problems):
        return
    yield "## Your notebook as a whole"
    said = [f"- Repaired before grading: {markdown(text)}" for text in report.repairs]
    said += [f"- A limit that your code ran into: {markdown(text)}" for text in report.limits_hit]
    if said:
        yield "\n".join(said)
    for problem in report.problems[:MAX_PROBLEMS]:
        yield from _problem(problem)
    more = len(report.problems) - MAX_PROBLEMS
    if more > 0:
        yield f"{counted(more, 'more cell')} stopped too, perhaps only because of these."


def _problem(problem: CellProblem) -> Iterator[str]:
    error = problem.error
    line = f", line {error.line}" if error.line else ""
    yield f"**Cell {problem.cell}{line} stopped:**"
    told = f"{error.kind}: {error.text}" if error.text else error.kind
    yield block(f"{error.code.rstrip()}\n{told}" if error.code.strip() else told)


def _question(question: ShownQuestion) -> Iterator[str]:
    yield f"## {markdown(question.title)}: {points(question.earned, question.possible)} points"
    if question.unanswered:
        yield UNANSWERED
    elif question.note:
        yield f"**Note:** {markdown(question.note)}"
    if said := question.misconception:
        yield f"**What your answer seems to do:** {markdown(said.sentence)}"
        if said.nudge:
            yield paragraph(said.nudge)
    yield from map(paragraph, question.advice)
    if not question.unanswered:
        for check in question.open:
            yield from _check(check)
    if question.passed:
        yield f"✓ {counted(len(question.passed), 'check')} passed."


def _check(check: ShownCheck) -> Iterator[str]:
    kind = "hidden check" if check.hidden else "public check"
    earned = points(check.earned, check.points)
    verdict = f"{check.symbol} **{check.word.capitalize()}** ({earned}, {kind})"
    yield f"{verdict}: {markdown(check.sentence)}"
    if check.hint:
        yield f"Hint: {markdown(check.hint)}"
    if check.message.strip():
        yield block(check.message)
