"""Every question's own cells, run without the engine: solution, placeholder and figures.

The attempts are proved by `autograder verify`, in student processes; here the checks run beside the
answers, as they do in a student's Jupyter and under plain Otter.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.authoring.notebook import student_cells
from autograder.model import Assignment, Question

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = [load_assignment(ROOT, slug) for slug in known_assignments(ROOT)]
QUESTIONS = [(a, question) for a in ASSIGNMENTS for question in a.questions]
every_question = pytest.mark.parametrize(
    ("assignment", "question"), QUESTIONS, ids=[f"{a.slug}-{q.id}" for a, q in QUESTIONS]
)


def notebook(assignment: Assignment, question: Question, answer: str) -> dict[str, Any]:
    """The namespace of a notebook with this answer, and the solutions of all other questions."""
    mpl.use("Agg")
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(assignment.setup, names)
    for other in assignment.questions:
        exec(answer if other == question else other.answer, names)
    return names


def passed_checks(question: Question, student: dict[str, Any]) -> list[str]:
    """The names of the checks that pass."""
    passed = []
    for check in question.checks:
        names: dict[str, Any] = {}
        exec(check.source, names)
        judge = names[check.name]
        try:
            with np.errstate(all="ignore"):
                judge(*(student[name] for name in inspect.signature(judge).parameters))
        except Exception:
            continue
        passed.append(check.name)
    return passed


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=[a.slug for a in ASSIGNMENTS])
def test_a_written_question_closes_every_notebook(assignment: Assignment) -> None:
    """Its marks are those that its rubric gives away, and the introduction announces it."""
    assert assignment.written is not None
    parts = re.findall(r"\*\*.+? \((\d+) marks\)\.?\*\*", assignment.written.rubric)
    if parts:
        assert sum(int(marks) for marks in parts) == assignment.written.marks
    assert "one written question at the end" in assignment.intro
    assert student_cells(assignment)[-1].id == "written-answer"


@every_question
def test_the_solution_passes_every_check(assignment: Assignment, question: Question) -> None:
    """The solution earns full marks beside the checks, too."""
    student = notebook(assignment, question, question.answer)
    assert passed_checks(question, student) == [check.name for check in question.checks]


@every_question
def test_a_placeholder_passes_no_check(assignment: Assignment, question: Question) -> None:
    """An answer cell as students receive it earns nothing."""
    student = notebook(assignment, question, question.placeholder)
    assert passed_checks(question, student) == []


@every_question
def test_figures_are_drawn_or_say_what_they_wait_for(
    assignment: Assignment,
    question: Question,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A figure cell runs; where the answer is missing it says so and does not fail."""
    monkeypatch.chdir(assignment.path)
    figures = [cell.source for cell in question.cells if cell.kind == "figure"]
    for source in figures:
        exec(source, notebook(assignment, question, question.answer))
    assert "waits for" not in capsys.readouterr().out
    for source in figures:
        exec(source, notebook(assignment, question, question.placeholder))
    if figures:
        assert "waits for" in capsys.readouterr().out
    import matplotlib.pyplot as plt

    plt.close("all")
