"""The straight lines, read from the imports themselves."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = {
    "errors": 0,
    "model": 0,
    "sandbox": 1,
    "boundary": 2,
    "diagnosis": 3,
    "authoring": 4,
    "grading": 4,
    "reports": 4,
    "validity": 5,
    "classroom": 5,
    "cli": 6,
}
# Rooms of one height do not know each other, but for these.
ALLOWED_SIDEWAYS = {("grading", "reports")}
# The course's books read reports: they never grade, build or run anything.
BOOKS_KNOW = {"classroom", "reports", "model", "errors"}
STUDENT_PROCESS = {"sandbox", "boundary", "model", "errors"}
STAFF = {"otter", "mathtx_ref", "jupytext", "nbformat"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every absolute module name the file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def room(path: Path) -> str:
    part = path.relative_to(ROOT / "autograder").parts[0]
    return part.removesuffix(".py")


@pytest.mark.parametrize("path", modules("autograder"), ids=lambda p: str(p.relative_to(ROOT)))
def test_engine_imports_go_one_way(path: Path) -> None:
    """A room imports from the rooms below it only."""
    here = room(path)
    for name in imported(path):
        head, _, rest = name.partition(".")
        there = rest.partition(".")[0]
        if head != "autograder" or not there or there == here:
            continue
        below = ROOMS[there] < ROOMS[here]
        assert below or (here, there) in ALLOWED_SIDEWAYS, f"{here} imports {name}"


@pytest.mark.parametrize("path", modules("autograder"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_engine_knows_no_mathematics(path: Path) -> None:
    """No engine module imports the reference or names an assignment."""
    assert not any(name.split(".")[0] == "mathtx_ref" for name in imported(path))
    slugs = [path.parent.name for path in (ROOT / "solutions").glob("*/assignment.toml")]
    assert not [slug for slug in slugs if slug in path.read_text()]


@pytest.mark.parametrize("path", modules("autograder"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_student_process_can_load_nothing_of_the_staff(path: Path) -> None:
    """Nothing that the student process loads imports tests, reference or what scores."""
    if room(path) in STUDENT_PROCESS:
        heads = {name.split(".")[0] for name in imported(path)}
        assert not heads & STAFF


def test_the_books_know_reports_only() -> None:
    """Nothing in `classroom` imports what grades, builds or runs code; only the commands use it."""
    for path in modules("autograder"):
        heads = [name.split(".")[1] for name in imported(path) if name.startswith("autograder.")]
        if room(path) == "classroom":
            assert set(heads) <= BOOKS_KNOW, path
        elif room(path) != "cli":
            assert "classroom" not in heads, path


@pytest.mark.parametrize("path", modules("mathtx_ref"), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_reference_stands_alone(path: Path) -> None:
    """The reference imports numpy, the standard library and itself."""
    heads = {name.split(".")[0] for name in imported(path)}
    assert heads <= {"numpy", "mathtx_ref"} | sys.stdlib_module_names


@pytest.mark.parametrize(
    "path",
    [*modules("autograder"), *modules("mathtx_ref")],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_modules_stay_readable(path: Path) -> None:
    """A module has at most 250 lines."""
    assert len(path.read_text().splitlines()) <= 250
