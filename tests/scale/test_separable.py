"""Which notebooks may be judged question by question: those in which no call leaves a trace."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest

from autograder.grading.found import Found
from autograder.grading.pure_names import KEEPING, PURE_MODULES
from autograder.grading.read import read_submission
from autograder.grading.separable import separable
from autograder.model import Bundle
from tests.grading.conftest import ANSWERS

ROW = "jane.ipynb"


@pytest.fixture
def judge(
    bundle: Bundle, notebook: Callable[..., bytes], found: Callable[..., Found]
) -> Callable[..., bool]:
    def judge(*before: str, right: tuple[str, ...] = (), **answers: str) -> bool:
        read = read_submission(found(ROW), bundle, notebook(before=before, **answers))
        assert not read.reason
        return separable(read.cells, bundle, right)

    return judge


@pytest.mark.parametrize("add", [
    ANSWERS["add"],
    "def add(a, b):\n    return np.add(np.asarray(a, dtype=float), b)",
    "def add(a, b, tol=1e-9, dtype=np.float64, axes=(0, -1)):\n    return np.linalg.norm(a) + b",
    "def add(a, b, rng=None):\n    rng = rng or np.random.default_rng(3)\n    return rng.normal()",
    "LIMIT = 3\ndef helper(x):\n    return x if x is LIMIT else -x\ndef add(a, b):\n"
    "    return sum(map(helper, [a, b]))",
    "from math import sqrt\nimport itertools\ndef add(a, b):\n    c = [a, b]\n    c[0] += sqrt(4)\n"
    "    c.append(1)\n    return [x for x, y in itertools.product(c, c)]",
    "def add(a, b):\n    def inner(x):\n        return x + b\n    if a is None:\n"
    "        raise ValueError('none')\n    return inner(a)",
    "def add(a, b):\n    with np.errstate(all='ignore'):\n        return a + b",
    "def add(a, b):\n    a += b  # what it is given is the check's own\n    return a",
])  # fmt: skip
def test_answers_that_keep_nothing(judge: Callable[..., bool], add: str) -> None:
    """Local work, helpers, constants, pure modules."""
    assert judge(add=add)


@pytest.mark.parametrize("add", [
    "CALLS = []\ndef add(a, b):\n    CALLS.append(1)\n    return a + b * (len(CALLS) < 3)",
    "n = 0\ndef add(a, b):\n    global n\n    n += 1\n    return a + b",
    "def add(a, b, seen=[]):\n    seen.append(a)\n    return a + b",
    "def add(a, b, seen=dict()):\n    return a + b",
    "def add(a, b):\n    add.calls = getattr(add, 'calls', 0) + 1\n    return a + b",
    "def add(a, b):\n    return a + b\nadd.seen = []",
    "def add(a, b):\n    return a + b + np.random.normal()",
    "rng = np.random.default_rng(0)\ndef add(a, b):\n    return a + b + rng.normal()",
    "from functools import lru_cache\n@lru_cache\ndef add(a, b):\n    return a + b",
    "def make():\n    n = 0\n    def add(a, b):\n        nonlocal n\n        n += 1\n"
    "        return a + b\n    return add\nadd = make()",
    "numbers = iter(range(9))\ndef add(a, b):\n    return a + b + next(numbers)",
    "class Count:\n    n = 0\ndef add(a, b):\n    Count.n += 1\n    return a + b",
    "def add(a, b):\n    import random\n    return a + b + random.random()",
    "def add(a, b):\n    open('seen', 'a').write('x')\n    return a + b",
    "def add(a, b):\n    np.seterr(all='raise')\n    return a + b",
    "def add(a, b):\n    np.typecodes['mine'] = 1\n    return a + b",
    "def add(a, b):\n    return np.empty(3)",
    "def add(a, b):\n    m = np\n    return m.sum([a, b])",
    "def add(a, b):\n    return (lambda: 0).__globals__",
    "def add(a, b):\n    exec('import sys')\n    return a + b",
    "def add(a, b):\n    yield a + b",
    "import time\ndef add(a, b):\n    return a + b + time.time()",
    "STATE = {'n': 0}\ndef bump(box):\n    box['n'] += 1\ndef add(a, b):\n    bump(STATE)\n"
    "    return a + b",
    "from numpy import random as r\ndef add(a, b):\n    return r.normal()",
    "from numpy.random import normal\ndef add(a, b):\n    return normal()",
    "import operator\ndef add(a, b):\n    return operator.attrgetter('x')(add)",
    "def add(a, b):\n    return a +",
    "add = lambda a, b: a + b",
    "def add(a, b):\n    return double.calls",
])  # fmt: skip
def test_answers_that_leave_a_trace(judge: Callable[..., bool], add: str) -> None:
    """Counters, caches, shared generators, files, settings, and every way to hide them."""
    assert not judge(add=add)


@pytest.mark.parametrize("cell", [
    "import sys",
    "setattr(np, 'sum', print)",
    "np.sum = print",
    "sum = print",
    "from os import *",
    "print(np.__dict__)",
])  # fmt: skip
def test_cells_that_change_what_answers_use(judge: Callable[..., bool], cell: str) -> None:
    """Wherever in the notebook; `sum` is only taken where an answer uses it."""
    assert not judge("import numpy as np\n" + cell, add="def add(a, b):\n    return sum([a, b])")


def test_unfilled_memory_is_for_those_who_fill_it(judge: Callable[..., bool]) -> None:
    """An answer that passed every check may take it, its wrong sister may not."""
    add = "def add(a, b):\n    c = np.empty(2)\n    c[0], c[1] = a, b\n    return c.sum()"
    assert not judge(add=add)
    assert judge(add=add, right=("add",))
    assert not judge(add=add, right=("double",))


def test_what_numpy_keeps_is_listed() -> None:
    """Every public thing of numpy that can be changed is refused; so are its other modules."""
    for module in (np, np.linalg):
        for name in (name for name in dir(module) if not name.startswith("_")):
            try:
                value = getattr(module, name)
            except AttributeError:
                continue
            if isinstance(value, ModuleType | dict | list | set | np.ndarray):
                known = f"{module.__name__}.{name}" in PURE_MODULES
                assert known or name in KEEPING, f"{module.__name__}.{name}"
