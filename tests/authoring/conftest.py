"""A repository with one tiny assignment, made afresh: these tests depend on no content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "solutions/01_sums/assignment.toml": '''\
title = "Sums"
setup = """
import numpy as np
"""
files = ["data/numbers.csv"]

[points]
double = 2
average = 1.5

[limits]
call_cpu = 3
''',
    "solutions/01_sums/intro.md": "# Sums\nTwo exercises – with “quotes” and λ.\n",
    "solutions/01_sums/data/numbers.csv": "1,2,3\n",
    "solutions/01_sums/written/question.md": "### In your own words\nIs a sum always larger?\n",
    "solutions/01_sums/written/rubric.md": """\
# Rubric: sums (2 marks)

- 1 mark: no, a negative summand makes it smaller.
- 1 mark: an example with numbers.
""",
    "solutions/01_sums/double/question.py": '''\
# %% [markdown]
# ### Twice as much
# `double(x)` is $2x$.
#
# It works for arrays too.

# %% tags=["answer"]
def double(x):
    """2x, for a number or an array x."""
    # BEGIN SOLUTION
    array_of_x = np.asarray(x)
    return array_of_x + array_of_x
    # END SOLUTION

# %% tags=["check"] points=0.5 hint="Add x to itself."
def doubles_three(double):
    """Twice 3 is 6, not "33"."""
    # a comment, and "double" quotes, which ast.unparse would change
    assert double(3) == 6, f"double(3) should be {6}, not {double(3)}"

# %% tags=["check", "hidden"] points=1.5 hint="What is the type of x?"
def doubles_arrays_as_well(double):
    """Arrays are doubled entry by entry."""
    import numpy as np
    from mathtx_ref.sums import reference_double

    secret_array = np.array([1.5, -2.0])
    assert np.array_equal(double(secret_array), reference_double(secret_array)), "wrong entries"

# %% tags=["figure"]
try:
    print("twice four is", double(4))
except NotImplementedError as missing:
    print("This cell waits for an answer:", missing)
''',
    "solutions/01_sums/double/accepted/multiplies.py": '''\
"""Multiplies by two."""
import numpy as np


def double(x):
    return 2 * np.asarray(x, dtype=float)
''',
    "solutions/01_sums/double/rejected/repeats.py": '''\
"""Repeats a sequence where its entries should be doubled."""
# caught by: doubles_arrays_as_well
# nudge: Is a list a vector?

def double(x):
    repeated = list(x) + list(x) if hasattr(x, "__len__") else x + x
    return repeated
''',
    "solutions/01_sums/average/question.py": '''\
# %% [markdown]
# ### The mean and the spread

# %%
examples = [1.0, 2.0, 6.0]

# %% tags=["answer"]
def average(values):
    """The arithmetic mean."""
    # BEGIN SOLUTION
    return float(sum(values) / len(values))
    # END SOLUTION


def spread(values):
    """Largest minus smallest value."""
    # BEGIN SOLUTION
    ordered = sorted(values)
    return ordered[-1] - ordered[0]
    # END SOLUTION

# %% tags=["check"] points=0.25 hint="Add, then divide by how many there are."
def averages_three_numbers(average):
    """The mean of 1, 2 and 6 is 3."""
    assert average([1, 2, 6]) == 3

# %% tags=["check", "hidden"] points=1.25 hint="Negative numbers have a spread too."
def spreads_negative_numbers(spread, average):
    """The spread of -5 and 2 is 7."""
    assert spread([-5, 2]) == 7 and average([-5, 2]) == -1.5
''',
    "solutions/01_sums/average/accepted/loops.py": '''\
"""Adds in a loop."""
def average(values):
    total = 0.0
    for one_value in values:
        total += one_value
    return total / len(values)


def spread(values):
    return max(values) - min(values)
''',
    "solutions/01_sums/average/rejected/median.py": '''\
"""Takes the middle value, which is the median."""
# caught by: averages_three_numbers, spreads_negative_numbers
# undiagnosable
def average(values):
    return sorted(values)[len(values) // 2]


def spread(values):
    return abs(values[0]) + abs(values[1])
''',
    "mathtx_ref/__init__.py": "",
    "mathtx_ref/sums.py": "def reference_double(x):\n    return x * 2\n",
}


def write_repository(root: Path) -> Path:
    """Write the tiny repository below `root`."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of this test's own."""
    return write_repository(tmp_path)


@pytest.fixture(scope="module")
def shared_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for a module whose tests only read it."""
    return write_repository(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def another_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same repository elsewhere."""
    return write_repository(tmp_path_factory.mktemp("elsewhere") / "deeper")


@pytest.fixture
def edit(repository: Path) -> Callable[[str, str, str], None]:
    """edit(path, old, new): change one place of a file below solutions/01_sums."""

    def change(name: str, old: str, new: str) -> None:
        path = repository / "solutions/01_sums" / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change
