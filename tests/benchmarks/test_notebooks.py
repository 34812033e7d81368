"""What is measured is what is said: whole notebooks, all checks, the same class each time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import filled_notebook
from autograder.model import Assignment, Bundle
from benchmarks.classes import solved, write_class
from benchmarks.floor import Floor
from benchmarks.rivals import source_notebook

# The tiny repository's other question asks a reference of its own, which is not installed.


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.ipynb")}


def test_a_class_is_the_same_each_time(assignment: Assignment, tmp_path: Path) -> None:
    """The same size gives the same bytes, and a larger class begins with the smaller one."""
    for name, size in (("a", 12), ("b", 12), ("c", 20)):
        write_class(assignment, tmp_path / name, size)
    a, b, c = (contents(tmp_path / name) for name in "abc")
    assert len(a) == 12
    assert len(c) == 20
    assert a == b
    assert a.items() <= c.items()


def test_a_class_holds_right_and_wrong_answers(assignment: Assignment, tmp_path: Path) -> None:
    """Among twenty students there are several different notebooks."""
    write_class(assignment, tmp_path, 20)
    assert len(set(contents(tmp_path).values())) > 2


def test_the_floor_runs_the_checks(assignment: Assignment, bundle: Bundle) -> None:
    """A wrong answer is noticed, so what is measured are checks that pass; left out, it is not."""
    bundle = replace(bundle, questions=tuple(q for q in bundle.questions if q.id == "average"))
    Floor(solved(assignment), bundle, assignment.path).run()
    with pytest.raises(SystemExit, match="bench: the solution does not pass"):
        Floor(filled_notebook(assignment, {}), bundle, assignment.path)
    without = replace(bundle, questions=())
    Floor(filled_notebook(assignment, {}), without, assignment.path).run()


def test_nbgraders_notebook_has_the_same_checks(assignment: Assignment) -> None:
    """Every check is a test cell with its points, a hidden one between the markers."""
    cells = source_notebook(assignment)["cells"]
    graded = [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade")]
    checks = [check for question in assignment.questions for check in question.checks]
    assert [cell["metadata"]["nbgrader"]["points"] for cell in graded] == [c.points for c in checks]
    for cell, check in zip(graded, checks, strict=True):
        assert check.source in cell["source"]
        assert cell["source"].startswith("### BEGIN HIDDEN TESTS") is check.hidden
    json.dumps(cells)


def test_nbgraders_notebook_judges(assignment: Assignment) -> None:
    """With the solution all its cells run; without, a test cell raises."""
    questions = tuple(q for q in assignment.questions if q.id == "average")
    cells = source_notebook(replace(assignment, questions=questions))["cells"]
    run(cells)
    for cell in cells:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = questions[0].placeholder
    with pytest.raises(NotImplementedError):
        run(cells)


def run(cells: list[dict[str, Any]]) -> None:
    namespace: dict[str, object] = {}
    for cell in cells:
        exec(cell["source"], namespace)
