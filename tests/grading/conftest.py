"""A small assignment of three questions, made by hand, and notebooks that answer it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from autograder.boundary.session import start_zygote
from autograder.grading.found import Found
from autograder.model import Bundle, BundleQuestion, CheckInfo, Limits
from autograder.sandbox.process import Zygote

ADD_TESTS = '''\
from otter.test_files import test_case

OK_FORMAT = False

name = "add"
points = None

@test_case(points=0.1, hidden=False)
def adds_small_numbers(add):
    """Adds two small numbers."""
    assert add(2, 3) == 5, f"add(2, 3) is {add(2, 3)!r}, wanted 5"

@test_case(points=0.2, hidden=True)
def adds_arrays(add):
    """Adds arrays entry by entry."""
    import numpy as np
    x, y = np.arange(4.0), np.full(4, 0.5)
    print("a check that prints")
    wanted = x + y
    assert np.allclose(add(x, y), wanted), "adds_arrays: wrong sum"

@test_case(points=0.3, hidden=True)
def leaves_its_inputs(add):
    """Leaves its inputs unchanged."""
    import numpy as np
    x = np.arange(4.0)
    add(x, 1.0)
    assert np.array_equal(x, np.arange(4.0)), "leaves_its_inputs: x was changed"
'''

DOUBLE_TESTS = '''\
from otter.test_files import test_case

OK_FORMAT = False

name = "double"
points = None

@test_case(points=1, hidden=False)
def doubles_a_number(double):
    """Doubles a number."""
    assert double(4) == 8, "double(4) should be 8"

@test_case(points=1, hidden=True)
def refuses_a_text(double):
    """Refuses a text."""
    try:
        double("4")
    except ValueError:
        return
    raise AssertionError("refuses_a_text: no ValueError")
'''

PARTS_TESTS = '''\
from otter.test_files import test_case

OK_FORMAT = False

name = "half"
points = None

@test_case(points=1, hidden=False)
def halves(half):
    """Halves a number."""
    assert half(4) == 2, "half(4) should be 2"

@test_case(points=1, hidden=True)
def calls_a_black_box(third):
    """Divides by three what a function returns."""
    assert third(lambda n: 3 * n, 5) == 5, "third(f, 5) should be f(5) / 3"
'''

ANSWERS = {
    "add": 'def add(a, b):\n    """a + b"""\n    return a + b',
    "double": (
        "def double(x):\n"
        "    if isinstance(x, str):\n"
        '        raise ValueError("a number, please")\n'
        "    return 2 * x"
    ),
    "half": "def half(x):\n    return x / 2\n\ndef third(f, x):\n    return f(x) / 3",
}
PLACEHOLDERS = {
    "add": (
        'def add(a, b):\n    """a + b"""\n'
        '    raise NotImplementedError("add is not answered yet")  # replace this line'
    ),
    "double": 'def double(x):\n    raise NotImplementedError("double is not answered yet")',
    "half": "def half(x):\n    ...\n\ndef third(f, x):\n    pass",
}
SETUP = "import numpy as np\nimport matplotlib.pyplot as plt"


def check(name: str, points: float, hidden: bool) -> CheckInfo:
    return CheckInfo(name, hidden, points, f"hint of {name}", f"sentence of {name}")


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """Three questions; 4.6 points."""
    questions = (
        BundleQuestion(
            "add",
            "Adding",
            0.6,
            ("add",),
            (
                check("adds_small_numbers", 0.1, False),
                check("adds_arrays", 0.2, True),
                check("leaves_its_inputs", 0.3, True),
            ),
            ADD_TESTS,
            PLACEHOLDERS["add"],
        ),
        BundleQuestion(
            "double",
            "Doubling",
            2.0,
            ("double",),
            (check("doubles_a_number", 1, False), check("refuses_a_text", 1, True)),
            DOUBLE_TESTS,
            PLACEHOLDERS["double"],
        ),
        BundleQuestion(
            "half",
            "Parts",
            2.0,
            ("half", "third"),
            (check("halves", 1, False), check("calls_a_black_box", 1, True)),
            PARTS_TESTS,
            PLACEHOLDERS["half"],
        ),
    )
    limits = Limits(cell_cpu=1.0, call_cpu=0.5, submission_cpu=20.0, check_cpu=2.0)
    return Bundle("07_sums", "Sums", "bundle-digest", limits, questions, files={})


@pytest.fixture(scope="session")
def zygote(bundle: Bundle) -> Iterator[Zygote]:
    """One for all tests: a process of its own for each notebook comes out of it."""
    with start_zygote(bundle.limits, bundle.files, False) as zygote:
        yield zygote


def markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def code(source: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def document_of(sources: Sequence[str | dict[str, Any]]) -> dict[str, Any]:
    """A notebook's JSON; a string is a code cell."""
    cells = [code(source) if isinstance(source, str) else source for source in sources]
    for number, cell in enumerate(cells):
        cell.setdefault("id", f"cell-{number}")
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "version": "3.11"},
            "mathtx": {"assignment": "07_sums"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def student_cells(**answers: str) -> list[str | dict[str, Any]]:
    """The cells of a student's notebook: the right answers, but for those given."""
    filled = {**ANSWERS, **answers}
    cells: list[str | dict[str, Any]] = [
        markdown("# Sums"),
        'import otter\ngrader = otter.Notebook("07_sums.ipynb")',
        SETUP,
    ]
    for question, answer in filled.items():
        cells += [
            markdown(f"### Question\nWrite `{question}`."),
            answer,
            f'grader.check("{question}")',
        ]
    return cells


@pytest.fixture(scope="session")
def document() -> Callable[..., dict[str, Any]]:
    """A notebook's JSON: right answers but for those given by question id."""
    return lambda **answers: document_of(student_cells(**answers))


@pytest.fixture(scope="session")
def notebook() -> Callable[..., bytes]:
    """A notebook's bytes: right answers but for those given; cells before and after them."""

    def make(before: Sequence[str] = (), after: Sequence[str] = (), **answers: str) -> bytes:
        cells = [*before, *student_cells(**answers), *after]
        return json.dumps(document_of(cells), indent=1).encode()

    return make


@pytest.fixture(scope="session")
def found() -> Callable[..., Found]:
    """A row to be, for bytes that lie nowhere."""

    def make(name: str = "jane.ipynb") -> Found:
        stem = name.rpartition(".")[0]
        return Found(stem, stem, name, Path("/nowhere") / name)

    return make
