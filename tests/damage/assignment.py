"""A small assignment of its own: every question's points differ, so a score says which counted."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Cell = dict[str, Any]
Document = dict[str, Any]

SLUG = "01_sums"
SETTINGS = '''\
title = "Sums"
setup = """
import matplotlib.pyplot as plt
import numpy as np
"""
files = []

[points]
add = 1
double = 2
half = 4

[limits]
cell_cpu = 0.4
call_cpu = 0.4
submission_cpu = 6
memory_mib = 512
'''
ADD = '''\
# %% [markdown]
# ### Adding
# `add(a, b)` is $a+b$.

# %% tags=["answer"]
def add(a, b):
    """a + b, for numbers and arrays."""
    # BEGIN SOLUTION
    return np.asarray(a) + np.asarray(b)
    # END SOLUTION

# %% tags=["check"] points=0.25 hint="Put them together."
def adds_two_numbers(add):
    """2 and 3 are 5."""
    assert add(2, 3) == 5, f"add(2, 3) is {add(2, 3)}, wanted 5"

# %% tags=["check", "hidden"] points=0.75 hint="Arrays are added entry by entry."
def adds_arrays(add):
    """Arrays are added entry by entry."""
    import numpy as np

    assert np.array_equal(add(np.array([1.0, 2.0]), np.array([3.0, 4.0])), [4.0, 6.0])
'''
DOUBLE = '''\
# %% [markdown]
# ### Doubling

# %% tags=["answer"]
def double(x):
    """2x; ValueError for a text."""
    # BEGIN SOLUTION
    if isinstance(x, str):
        raise ValueError("a number, please")
    return 2 * x
    # END SOLUTION

# %% tags=["check"] points=0.5 hint="Add x to itself."
def doubles_four(double):
    """Twice 4 is 8."""
    assert double(4) == 8, f"double(4) is {double(4)}, wanted 8"

# %% tags=["check", "hidden"] points=1.5 hint="What if x is a text?"
def refuses_a_text(double):
    """A text is refused."""
    try:
        double("4")
    except ValueError:
        return
    raise AssertionError("no ValueError")

# %% tags=["figure"]
plt.plot([2 * n for n in range(4)])
plt.show()
'''
HALF = '''\
# %% [markdown]
# ### Parts

# %% tags=["answer"]
def half(x):
    """x / 2"""
    # BEGIN SOLUTION
    return np.divide(x, 2)
    # END SOLUTION


def third(f, x):
    """f(x) / 3"""
    # BEGIN SOLUTION
    return f(x) / 3
    # END SOLUTION

# %% tags=["check"] points=1 hint="Two of them make x."
def halves_four(half):
    """Half of 4 is 2."""
    assert half(4) == 2

# %% tags=["check", "hidden"] points=3 hint="f comes first."
def divides_by_three(third):
    """Divides by three what f returns."""
    assert third(lambda n: 3 * n, 5) == 5
'''
RIGHT = {
    "add": "def add(a, b):\n    return np.asarray(a) + np.asarray(b)",
    "double": (
        "def double(x):\n    if isinstance(x, str):\n"
        '        raise ValueError("a number, please")\n    return 2 * x'
    ),
    "half": "def half(x):\n    return np.divide(x, 2)\n\n\ndef third(f, x):\n    return f(x) / 3",
}
WRONG = {
    "add": ("adds_two_numbers, adds_arrays", "def add(a, b):\n    return a"),
    "double": ("doubles_four, refuses_a_text", "def double(x):\n    return x"),
    "half": (
        "halves_four, divides_by_three",
        "def half(x):\n    return x\n\n\ndef third(f, x):\n    return x",
    ),
}
POINTS = {"add": 1.0, "double": 2.0, "half": 4.0}
ALL = 7.0


def write_repository(root: Path) -> None:
    """solutions/01_sums with one accepted and one rejected attempt a question."""
    folder = root / "solutions" / SLUG
    files = {"assignment.toml": SETTINGS, "intro.md": "# Sums\nThree exercises.\n"}
    for name, source in (("add", ADD), ("double", DOUBLE), ("half", HALF)):
        checks, wrong = WRONG[name]
        head = f'"""Does nothing to it."""\n# caught by: {checks}\n# undiagnosable\n'
        files[f"{name}/question.py"] = source
        files[f"{name}/accepted/plain.py"] = f'"""As one would."""\n{RIGHT[name]}\n'
        files[f"{name}/rejected/nothing.py"] = f"{head}{wrong}\n"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (root / "mathtx_ref").mkdir()
    (root / "mathtx_ref" / "__init__.py").write_text("")


def code(source: str, **more: Any) -> Cell:
    """A code cell as Jupyter writes it."""
    cell = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    return {**cell, "source": source, **more}


def markdown(source: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def index(d: Document, name: str) -> int:
    """Where a cell is, by its id; so its number is one more."""
    return next(n for n, cell in enumerate(d["cells"]) if cell.get("id") == name)


def cell(d: Document, name: str) -> Cell:
    found: Cell = d["cells"][index(d, name)]
    return found


def source(d: Document, question: str) -> str:
    """What stands in a question's answer cell."""
    text: str = cell(d, f"{question}-answer")["source"]
    return text


def answered(d: Document, **answers: str) -> Document:
    """The notebook with these answers in their cells."""
    d = copy.deepcopy(d)
    for question, text in answers.items():
        cell(d, f"{question}-answer")["source"] = text
    return d


def insert(d: Document, name: str, *cells: Cell | str, after: bool = False) -> Document:
    """The notebook with these cells (a text is code) before or after the one of that id."""
    d = copy.deepcopy(d)
    place = index(d, name) + after
    d["cells"][place:place] = [code(c) if isinstance(c, str) else dict(c) for c in cells]
    return d


def drop(d: Document, *names: str) -> Document:
    return {**d, "cells": [c for c in d["cells"] if c.get("id") not in names]}


def each(d: Document, change: Callable[[Cell], Cell]) -> Document:
    """The notebook with every cell changed."""
    return {**d, "cells": [change(copy.deepcopy(cell)) for cell in d["cells"]]}


def conflict_in(d: Document) -> Document:
    """The answer to `double` as git leaves it after a merge."""
    first, last = RIGHT["double"].rsplit("\n", 1)
    text = f"{first}\n<<<<<<< HEAD\n{last}\n=======\n    return x + x\n>>>>>>> mine"
    return answered(d, double=text)


def encoded(d: Document, **how: Any) -> bytes:
    return json.dumps(d, **{"indent": 1, **how}).encode()


@dataclass(frozen=True)
class Case:
    """Damage done to a right notebook, and the row that a careful TA would give.

    `said`: regular expressions, each found in a repair, in the reason, or in a question's note; the
    student's page has them all, too. `stopped`: cells that the report must list, as
    (cell, line, kind of error).
    """

    make: Callable[[Document], Document | bytes]
    status: str = "graded"
    score: float | None = ALL
    said: tuple[str, ...] = ()
    stopped: tuple[tuple[int, int | None, str], ...] = ()


def repaired(make: Callable[[Document], Document | bytes], *said: str, score: float = ALL) -> Case:
    return Case(make, "repaired", score, said)


def ungradable(make: Callable[[Document], Document | bytes], *said: str) -> Case:
    return Case(make, "ungradable", None, said)
