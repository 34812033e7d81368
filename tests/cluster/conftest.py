"""A small assignment with a class of thirteen, its results on this machine, and a cluster."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.authoring import build, current_bundle, filled_notebook, load_assignment
from autograder.model import Assignment, Bundle
from autograder.validity.sample_class import sample_class
from tests.cluster.machines import Cluster
from tests.crash.place import Place

pytest.importorskip("distributed", reason="pip install 'mathtx[cluster]'")

REPOSITORY = Path(__file__).parents[2]
SLUG = "01_bilinear_forms"
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


def small_assignment(root: Path) -> Assignment:
    """A real one with fewer questions, and limits so low that endless loops cost little."""
    shutil.copytree(REPOSITORY / "solutions" / SLUG, root / "solutions" / SLUG)
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    settings = root / "solutions" / SLUG / "assignment.toml"
    text = settings.read_text().partition("[limits]")[0]
    for question in LEFT_OUT:
        shutil.rmtree(root / "solutions" / SLUG / question)
        text = "".join(line for line in text.splitlines(True) if not line.startswith(question))
    settings.write_text(f"{text}[limits]\n{LIMITS}\n")
    return load_assignment(root, SLUG)


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Right, wrong, hostile and damaged notebooks, and one that looks for open descriptors."""
    root = tmp_path_factory.mktemp("cluster")
    assignment = small_assignment(root)
    build(assignment, root)
    answers = {question.id: question.answer for question in assignment.questions}
    first = assignment.questions[0]
    answers[first.id] += OPEN_FILES.format(name=first.id)
    handed_in = sample_class(assignment)
    handed_in["yara/nb.ipynb"] = filled_notebook(assignment, answers)
    for path, data in handed_in.items():
        if path.partition("/")[0] in (*STUDENTS, "yara"):
            file = root / "class" / path
            file.parent.mkdir(parents=True)
            file.write_bytes(data)
    return Place(root, root / "class", root / "out", Path(tempfile.gettempdir()))


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
