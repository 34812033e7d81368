"""Every check judges every stored attempt as its author says, without the engine."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

SOLUTIONS = Path(__file__).parents[2] / "solutions"
BLOCK = re.compile(r"^( *)# BEGIN SOLUTION\n.*?^ *# END SOLUTION\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    tags: frozenset[str]
    points: float
    hint: str
    source: str


@dataclass(frozen=True)
class Question:
    folder: Path
    cells: tuple[Cell, ...]

    def tagged(self, tag: str) -> list[Cell]:
        return [cell for cell in self.cells if tag in cell.tags]

    @property
    def solution(self) -> str:
        (answer,) = self.tagged("answer")
        return answer.source

    @property
    def placeholder(self) -> str:
        return BLOCK.sub(r'\1raise NotImplementedError("not answered yet")\n', self.solution)


def read_question(folder: Path) -> Question:
    text = (folder / "question.py").read_text(encoding="utf-8")
    cells = []
    for header, source in re.findall(r"^# %%(.*)\n((?:(?!# %%).*\n?)*)", text, re.MULTILINE):
        tags = re.search(r"tags=\[(.*?)\]", header)
        points = re.search(r"points=([\d.]+)", header)
        hint = re.search(r'hint="(.*)"$', header)
        cells.append(
            Cell(
                tags=frozenset(re.findall(r'"(\w+)"', tags[1])) if tags else frozenset(),
                points=float(points[1]) if points else 0.0,
                hint=hint[1] if hint else "",
                source=source,
            )
        )
    return Question(folder, tuple(cells))


def settings(assignment: Path) -> dict[str, Any]:
    return tomllib.loads((assignment / "assignment.toml").read_text(encoding="utf-8"))


def read_questions() -> Iterator[Question]:
    for assignment in sorted(SOLUTIONS.glob("[0-9]*_*")):
        for name in settings(assignment)["points"]:
            yield read_question(assignment / name)


QUESTIONS = tuple(read_questions())
ATTEMPTS = tuple(
    (question, path)
    for question in QUESTIONS
    for kind in ("accepted", "rejected")
    for path in sorted((question.folder / kind).glob("*.py"))
)


def notebook(question: Question, answer: str) -> dict[str, Any]:
    """The namespace of a notebook with this answer, and the solutions of all other questions."""
    names: dict[str, Any] = {"np": np}
    for other in QUESTIONS:
        if other.folder.parent == question.folder.parent and other != question:
            exec(other.solution, names)
    exec(answer, names)
    return names


def failed_checks(question: Question, answer: str) -> dict[str, str]:
    """The checks that fail, and what they say."""
    student = notebook(question, answer)
    failed = {}
    for cell in question.tagged("check"):
        names: dict[str, Any] = {}
        exec(cell.source, names)
        (check,) = (value for value in names.values() if inspect.isfunction(value))
        try:
            with np.errstate(all="ignore"):
                check(*(student[name] for name in inspect.signature(check).parameters))
        except Exception as error:
            failed[check.__name__] = f"{type(error).__name__}: {error}"
    return failed


def question_id(question: Question) -> str:
    return f"{question.folder.parent.name}/{question.folder.name}"


@pytest.mark.parametrize("question", QUESTIONS, ids=question_id)
def test_the_solution_passes_every_check(question: Question) -> None:
    """The solution earns full marks."""
    assert failed_checks(question, question.solution) == {}


@pytest.mark.parametrize("question", QUESTIONS, ids=question_id)
def test_a_placeholder_passes_no_check(question: Question) -> None:
    """An answer cell as students receive it earns nothing."""
    checks = question.tagged("check")
    assert len(failed_checks(question, question.placeholder)) == len(checks)


@pytest.mark.parametrize(
    ("question", "path"), ATTEMPTS, ids=[f"{q.folder.name}-{p.stem}" for q, p in ATTEMPTS]
)
def test_an_attempt_is_judged_as_its_first_lines_say(question: Question, path: Path) -> None:
    """An accepted attempt passes every check; a rejected one fails all checks that it names."""
    text = path.read_text(encoding="utf-8")
    assert re.match(r'"""[^"\n]+"""\n', text), "line 1 is one sentence in a docstring"
    failed = failed_checks(question, text)
    if path.parent.name == "accepted":
        assert failed == {}
    else:
        named = re.match(r".*\n# caught by: (.*)\n# (?:nudge: .+|undiagnosable)\n", text)
        assert named, "line 2 names the checks, line 3 the nudge"
        assert set(named[1].split(", ")) <= set(failed), failed


@pytest.mark.parametrize("question", QUESTIONS, ids=question_id)
def test_points_and_hints_are_complete(question: Question) -> None:
    """Points sum up, a third of them public at most; each check has a hint and a sentence."""
    checks = question.tagged("check")
    points = settings(question.folder.parent)["points"][question.folder.name]
    public = [check for check in checks if "hidden" not in check.tags]
    assert sum(check.points for check in checks) == points
    assert 0 < sum(check.points for check in public) <= points / 3
    for check in checks:
        assert check.hint
        assert '"' not in check.hint
        assert re.match(r'def \w+\(.*\):\n    """[^\n]+"""\n', check.source), check.source
        assert "hidden" in check.tags or "mathtx_ref" not in check.source


@pytest.mark.parametrize("question", QUESTIONS, ids=question_id)
def test_figures_are_drawn_or_say_what_they_wait_for(
    question: Question, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure cell draws; where the answer is missing it says so and does not fail."""
    mpl.use("Agg")
    import matplotlib.pyplot as plt

    for cell in question.tagged("figure"):
        exec(cell.source, notebook(question, question.solution) | {"plt": plt})
        assert plt.get_fignums()
        plt.close("all")
        exec(cell.source, notebook(question, question.placeholder) | {"plt": plt})
        assert "waits for" in capsys.readouterr().out
        plt.close("all")
