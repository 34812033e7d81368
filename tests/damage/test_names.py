"""Odd names, downloads, zips and links through the real command: whose row, and which."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping

import pytest

from tests.damage.assignment import encoded
from tests.damage.conftest import Graded, built_repository, grade
from tests.damage.name_damage import FOLDERS, NAMES, PLATFORMS, Place

GROUPS: Mapping[str, Mapping[str, Place]] = {
    "names": NAMES,
    "platforms": PLATFORMS,
    "folders": FOLDERS,
}
PLACES = {f"{group}.{name}": p for group, places in GROUPS.items() for name, p in places.items()}
OTHER_ROWS = {"twice/a.ipynb"}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """All of them in one folder, in one run."""
    root, right = built_repository(tmp_path_factory.mktemp("repository"))
    folder = tmp_path_factory.mktemp("class")
    for place in PLACES.values():
        place.plant(folder, encoded(right))
    return grade(root, folder, tmp_path_factory.mktemp("out") / "results")


@pytest.mark.parametrize("name", PLACES)
def test_place(graded: Graded, name: str) -> None:
    """Each file has the row of its student, and an ungradable one says why."""
    for shown, row in PLACES[name].rows.items():
        report = graded.reports[shown]
        told = " ".join([*report["repairs"], report["reason"] or ""])
        got = report["student"], report["status"], report["score"]
        assert got == (row.student, row.status, row.score), told
        assert re.search(row.said, told)
        assert re.search(row.said, graded.page(report))


def test_nothing_else_gets_a_row(graded: Graded) -> None:
    """Every file is somebody's, once, in the reports as in the gradebook."""
    wanted = {shown for place in PLACES.values() for shown in place.rows} | OTHER_ROWS
    assert set(graded.reports) == wanted
    with (graded.out / "gradebook.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(wanted)
    assert len({row["submission"].casefold() for row in rows}) == len(wanted)
    assert not [row for row in rows if row["student"].startswith(("=", "-", "+", "@"))]


def test_two_notebooks_of_one_student(graded: Graded) -> None:
    """Both are graded, each on its own; the class page leaves the choice to the TA."""
    scores = [graded.reports[f"twice/{name}.ipynb"]["score"] for name in "ab"]
    assert scores == [6.5, 7]
    assert "one of 2 submissions under this name" in graded.class_page()
