"""The sample class of the first assignment: made of the attempts, the same bytes every time."""

from __future__ import annotations

import ast
import json
from collections import Counter
from pathlib import Path

import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.model import Assignment
from autograder.validity.sample_class import sample_class

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def assignment() -> Assignment:
    return load_assignment(ROOT, known_assignments(ROOT)[0])


def defined(notebook: bytes) -> Counter[str]:
    """The functions and classes that the notebook's code defines, and how often."""
    counts: Counter[str] = Counter()
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            counts.update(
                n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)
            )
    return counts


def test_it_is_made_deterministically(assignment: Assignment) -> None:
    """24 submissions, each in its student's folder."""
    files = sample_class(assignment)
    assert len(files) == 24
    assert files == sample_class(assignment)
    assert {Path(name).name for name in files} == {f"{assignment.slug}.ipynb"}


@pytest.mark.parametrize("student", ["ada", "ben", "cleo", "dara", "jana", "kofi", "lena"])
def test_no_answer_takes_anothers_helper(assignment: Assignment, student: str) -> None:
    """Attempts of several questions in one notebook: a helper of one name would stand in two."""
    notebook = sample_class(assignment)[f"{student}/{assignment.slug}.ipynb"]
    assert max(defined(notebook).values()) == 1
