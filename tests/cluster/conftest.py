"""A small assignment with a class of thirteen, its results on this machine, and a cluster."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.authoring import build, current_bundle, filled_notebook
from autograder.model import Bundle
from autograder.validity.sample_class import sample_class
from tests.cluster.machines import Cluster
from tests.crash.place import Place
from tests.crash.school import SLUG, place_of, small_assignment

pytest.importorskip("distributed", reason="pip install 'mathtx[cluster]'")

LIMITS = "cell_cpu = 0.5\ncall_cpu = 0.4\nsubmission_cpu = 10\nwall_factor = 60"
STUDENTS = (
    *("ada", "ben", "dara", "hugo", "ines", "kofi"),
    *("mallory", "oskar", "quinn", "sven", "uma", "xenia"),
)
LEFT_OUT = ("is_bilinear", "matrix_of_form", "change_of_basis")
"""questions that cost more than the others together"""
# What a student process has open, told in the only way there is: an error's text.
OPEN_FILES = """
def {name}(*args):
    import os, stat
    found = []
    for number in range(256):
        try:
            found.append((number, stat.S_ISSOCK(os.fstat(number).st_mode)))
        except OSError:
            pass
    raise ValueError(f"open: {{found}}")
"""


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Right, wrong, hostile and damaged notebooks, and one that looks for open descriptors."""
    root = tmp_path_factory.mktemp("cluster")
    assignment = small_assignment(root, LEFT_OUT, LIMITS)
    build(assignment, root)
    answers = {question.id: question.answer for question in assignment.questions}
    first = assignment.questions[0]
    answers[first.id] += OPEN_FILES.format(name=first.id)
    handed_in = sample_class(assignment)
    handed_in["yara/nb.ipynb"] = filled_notebook(assignment, answers)
    return place_of(root, handed_in, (*STUDENTS, "yara"))


@pytest.fixture(scope="session")
def alone(school: Place) -> Place:
    """What the results should be: this machine's own two workers."""
    done = school.grade("--workers", "2")
    assert done.returncode == 1, done.stderr  # two of them cannot be read
    return school


@pytest.fixture(scope="session")
def bundle(school: Place) -> Bundle:
    return current_bundle(school.repository, SLUG)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers, for all tests that leave them alive."""
    cluster = Cluster(tmp_path_factory.mktemp("machines"))
    try:
        cluster.scheduler()
        cluster.worker()
        cluster.worker()
        yield cluster
    finally:
        cluster.stop()
