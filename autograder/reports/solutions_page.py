"""The solutions of an assignment as one page: prompts, answers, figures, what others got wrong."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from autograder.model import Assignment, Attempt, Question
from autograder.reports._page import _environment

POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
Render = Callable[[str], Markup]
"""Markdown with formulas → HTML that is safe in a page."""
Shown = Mapping[tuple[str, int], tuple[str, Sequence[bytes]]]
"""(question id, number of a cell) → what the cell printed, and its pictures as PNG"""


@dataclass(frozen=True)
class Part:
    """One piece of a question as it is read: text, code, or what a cell showed."""

    text: str = ""
    """HTML"""
    code: str = ""
    printed: str = ""
    pictures: tuple[str, ...] = ()
    answer: bool = False


def solutions_page(assignment: Assignment, shown: Shown, render: Render) -> str:
    """Self-contained HTML: no script, no request, formulas as MathML."""
    environment, style, _ = _environment()
    assert environment.loader is not None
    mine = environment.loader.get_source(environment, "solutions.css")[0].strip()
    whole = Markup(f"{style}\n{mine}")
    digest = base64.b64encode(hashlib.sha256(whole.encode()).digest()).decode()
    written = assignment.written
    page = environment.get_template("solutions.html").render(
        style=whole,
        policy=POLICY.format(digest=digest),
        title=assignment.title,
        setup=assignment.setup,
        questions=[
            {
                "anchor": question.id,
                "points": question.points,
                "parts": _parts(question, shown, render),
                "others": [a for a in question.attempts if a.accepted],
                "mistakes": _mistakes(question.attempts),
            }
            for question in assignment.questions
        ],
        written=written and {"prompt": render(written.prompt), "rubric": render(written.rubric)},
    )
    return page.strip() + "\n"


def _parts(question: Question, shown: Shown, render: Render) -> list[Part]:
    parts = []
    for number, cell in enumerate(question.cells):
        printed, pictures = shown.get((question.id, number), ("", ()))
        addresses = tuple(
            f"data:image/png;base64,{base64.b64encode(data).decode()}" for data in pictures
        )
        if cell.kind == "markdown":
            parts.append(Part(text=render(cell.source)))
        elif cell.kind == "answer":
            parts.append(Part(code=question.answer, printed=printed, answer=True))
        elif cell.kind != "check":  # what checks ask stays with the staff
            parts.append(Part(code=cell.source, printed=printed, pictures=addresses))
    return parts


def _mistakes(attempts: Sequence[Attempt]) -> list[Attempt]:
    """Mutants by what they teach: those that lead on first."""
    mutants = [attempt for attempt in attempts if not attempt.accepted]
    return sorted(mutants, key=lambda a: (a.undiagnosable, not a.nudge))
