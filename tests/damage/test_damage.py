"""Damaged notebooks through the real command: the row that a careful TA would give, and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.damage.assignment import Case, encoded
from tests.damage.cell_damage import PASTES, PLACES
from tests.damage.code_damage import EXTRAS, PARTIAL, SHAPES
from tests.damage.conftest import Graded, built_repository, grade
from tests.damage.file_damage import ENCODINGS, FORMATS, KERNELS, SCRIPTS, UNREADABLE

GROUPS: Mapping[str, Mapping[str, Case]] = {
    "formats": FORMATS,
    "kernels": KERNELS,
    "encodings": ENCODINGS,
    "unreadable": UNREADABLE,
    "scripts": SCRIPTS,
    "places": PLACES,
    "pastes": PASTES,
    "extras": EXTRAS,
    "shapes": SHAPES,
    "partial": PARTIAL,
}
CASES = {f"{group}.{name}": case for group, cases in GROUPS.items() for name, case in cases.items()}


def file_of(name: str) -> str:
    ending = ".py" if name.startswith("scripts.") else ".ipynb"
    return f"{name}/answers{ending}"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """All of them in one class, a folder a student, in one run."""
    root, right = built_repository(tmp_path_factory.mktemp("repository"))
    folder = tmp_path_factory.mktemp("class")
    for name, case in CASES.items():
        path = folder / file_of(name)
        path.parent.mkdir()
        made = case.make(right)
        path.write_bytes(made if isinstance(made, bytes) else encoded(made))
    return grade(root, folder, tmp_path_factory.mktemp("out") / "results")


@pytest.mark.parametrize("name", CASES)
def test_damage(graded: Graded, name: str) -> None:
    """Its row is the wanted one; student and TA are told what was found and what was done."""
    case = CASES[name]
    report = graded.reports[file_of(name)]
    told = [*report["repairs"], report["reason"], *report["limits_hit"], *notes(report)]
    got = report["status"], report["score"], report["student"]
    assert got == (case.status, case.score, name), told
    page = graded.page(report)
    for wanted in case.said:
        assert re.search(wanted, "\n".join(filter(None, told))), told
        assert re.search(wanted, page), page
    for text in (*report["repairs"], report["reason"] or ""):
        assert "\n" not in text
    problems = {problem["cell"]: problem["error"] for problem in report["problems"]}
    for cell, line, kind in case.stopped:
        error = problems.get(cell, {})
        assert (error.get("kind"), error.get("line") if line else line) == (kind, line), problems
        assert f"Cell {cell}" in page
    if case.stopped:
        assert set(problems) == {cell for cell, _, _ in case.stopped}


def notes(report: Mapping[str, Any]) -> list[str]:
    return [question["note"] for question in report["questions"].values()]


def test_the_class_page_tells_the_ta(graded: Graded, tmp_path: Path) -> None:
    """Every repair and every reason is on it."""
    page = graded.class_page()
    for report in graded.reports.values():
        for text in (*report["repairs"][:3], report["reason"] or ""):
            assert re.sub(r"[`\s]+", " ", text)[:60] in page.replace("` ", "")
