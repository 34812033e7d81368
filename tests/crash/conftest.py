"""A real assignment with a class of seven, and its results when nobody interferes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.authoring import build
from autograder.sandbox import kernel
from autograder.validity.sample_class import sample_class
from tests.crash.place import Place, below
from tests.crash.school import place_of, small_assignment

LIMITS = "cell_cpu = 0.5\ncall_cpu = 0.4\nsubmission_cpu = 10\nwall_factor = 6"
STUDENTS = ("ada", "hugo", "ines", "pia", "quinn", "sven", "uma")
LEFT_OUT = ("is_bilinear", "matrix_of_form")
"""questions that cost more than the others together"""
PR_SET_CHILD_SUBREAPER = 36


@pytest.fixture(autouse=True)
def subreaper() -> Iterator[None]:
    """Who outlives the command becomes our child, and is seen."""
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 1)
    yield
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 0)


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Right, wrong, hostile and damaged notebooks; limits so low that endless loops cost little."""
    root = tmp_path_factory.mktemp("crash")
    assignment = small_assignment(root, LEFT_OUT, LIMITS)
    build(assignment, root)
    return place_of(root, sample_class(assignment), STUDENTS)


@pytest.fixture(scope="session")
def undisturbed(school: Place) -> Place:
    """What the results should be: one worker, and nobody interferes."""
    done = school.grade("--workers", "1")
    assert done.returncode == 1, done.stderr  # one of them cannot be read
    assert "5 graded, 1 repaired, 1 ungradable" in done.stdout
    return school


@pytest.fixture
def place(school: Place, tmp_path: Path, short: Path) -> Place:
    """Results and temporary files of this test's own."""
    bystanders = frozenset(pid for _, pid in below(os.getpid()))
    return Place(school.repository, school.folder, tmp_path / "out", short, bystanders)


@pytest.fixture
def short() -> Iterator[Path]:
    """For temporary files: the path of a socket has at most 107 characters."""
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        yield Path(folder)
