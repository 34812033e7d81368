"""One question's checks changed: only that one is graded again, and nobody can tell afterwards."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.cli.outputs import write_outputs
from autograder.grading.batch import grade_all
from autograder.grading.bench import key_of
from autograder.grading.intake import find_submissions
from autograder.grading.pool import process_pool
from autograder.grading.tasks import hold
from autograder.model import Bundle

COUNTING = """\
calls = []
def add(a, b):
    calls.append(1)
    return a + b

def seen():
    return len(calls)
"""
HANDED_IN = {
    "right": {},
    "wrong": {"add": "def add(a, b):\n    return 5"},
    "changing": {"double": "def double(x):\n    x = x + x\n    return x"},
    "blank": {"half": "def half(x):\n    ...\n\ndef third(f, x):\n    pass"},
    "counting": {
        "add": COUNTING,
        "double": "def double(x):\n    return 2 * x if seen() < 5 else 0",
    },
    "dying": {"add": "import os\ndef add(a, b):\n    os._exit(1)"},
    "endless": {"half": "def half(x):\n    while True: pass\n\ndef third(f, x):\n    return 5"},
}
APART = {"right", "wrong", "changing", "blank"}


class Counting(Executor):
    """A pool that notes what of a submission it is asked for."""

    def __init__(self, pool: Executor, bundle: Bundle, asked: list[tuple[str, str]]) -> None:
        self._pool, self._asked = pool, asked
        pool.submit(hold, key_of(bundle), bundle)

    def submit(self, work: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        row, only = args[1].id, args[3]
        self._asked.append((row, only))
        return self._pool.submit(work, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """The pool is kept for the next batch."""


class School:
    """A class, and grading it with one pool."""

    def __init__(self, folder: Path, pool: Executor) -> None:
        self.folder, self.pool = folder, pool

    def grade(self, bundle: Bundle, out: str, **more: Any) -> set[tuple[str, str]]:
        asked: list[tuple[str, str]] = []
        found, place = find_submissions(self.folder / "in"), self.folder / out
        options = {"around": "this machine"} | more
        make = lambda _, of: Counting(self.pool, of, asked)  # noqa: E731 - as an executor is made
        write_outputs(place, bundle, grade_all(bundle, found, place, make_executor=make, **options))
        return set(asked)

    def book(self, out: str) -> str:
        return (self.folder / out / "gradebook.csv").read_text()

    def reports(self, out: str) -> dict[str, Any]:
        paths = (self.folder / out / "reports").glob("*.json")
        return {path.stem: json.loads(path.read_text()) | {"times": None} for path in paths}

    def pages(self, out: str) -> dict[str, str]:
        return {path.name: path.read_text() for path in (self.folder / out / "feedback").iterdir()}


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    with process_pool(1) as pool:
        yield pool


@pytest.fixture
def school(tmp_path: Path, notebook: Callable[..., bytes], pool: Executor) -> School:
    (tmp_path / "in").mkdir()
    for name, answers in HANDED_IN.items():
        (tmp_path / f"in/{name}.ipynb").write_bytes(notebook(**answers))
    return School(tmp_path, pool)


def with_other_check(bundle: Bundle) -> Bundle:
    """`double` is also asked about an array in its hidden check, and wants what few give."""
    first, double, *rest = bundle.questions
    asked = 'assert double(2.5) == 5\n        double("4")'
    changed = replace(double, test_file=double.test_file.replace('double("4")', asked))
    assert changed != double
    return replace(bundle, digest="another", questions=(first, changed, *rest))


def test_a_changed_check_regrades_its_question(school: School, bundle: Bundle) -> None:
    """Whole only where one question can change another; as if all had been graded afresh."""
    asked = school.grade(bundle, "out")
    assert {only for _, only in asked} == {""}
    assert school.grade(bundle, "out") == set()
    other = with_other_check(bundle)
    asked = school.grade(other, "out")
    assert {row for row, only in asked if only == "double"} == APART
    assert {row for row, only in asked if not only} == set(HANDED_IN) - APART
    assert school.grade(other, "out") == set()
    assert school.grade(other, "fresh", fresh=True) == {(row, "") for row in HANDED_IN}
    assert school.book("out") == school.book("fresh")
    assert school.reports("out") == school.reports("fresh")
    assert school.pages("out") == school.pages("fresh")
    scores = {row["submission"]: row for row in csv.DictReader(io.StringIO(school.book("out")))}
    assert scores["changing"]["double"] == "1"
    assert scores["right"]["score"] == "4.6"


@pytest.mark.parametrize(
    "change", ["engine", "limits", "placeholder", "bytes", "older report", "unknown"]
)
def test_what_regrades_everything(
    school: School, bundle: Bundle, change: str, notebook: Callable[..., bytes]
) -> None:
    """Engine, limits, what is handed out, the file; a report or a command that does not tell."""
    for path in (school.folder / "in").iterdir():
        if path.stem != "right":
            path.unlink()
    school.grade(bundle, "out", around="" if change == "older report" else "this machine")
    other, more = with_other_check(bundle), {}
    if change == "limits":
        other = replace(other, limits=replace(other.limits, call_cpu=0.4))
    elif change == "placeholder":
        first = replace(other.questions[0], placeholder="def add(a, b):\n    ...")
        other = replace(other, questions=(first, *other.questions[1:]))
    elif change == "bytes":
        (school.folder / "in/right.ipynb").write_bytes(notebook(after=["1 + 1"]))
    elif change == "engine":
        more = {"around": "another engine"}
    elif change == "unknown":
        more = {"around": ""}
    assert school.grade(other, "out", **more) == {("right", "")}
