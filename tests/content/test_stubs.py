"""Answers that compute nothing: what a function returns or raises without looking earns no check.

A check of refusals, of a boolean or of one number must first see a right value, or the opposite.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.model import Assignment, Question

Function = Callable[..., Any]
ROOT = Path(__file__).parents[2]
QUESTIONS = [
    (assignment, question)
    for assignment in (load_assignment(ROOT, slug) for slug in known_assignments(ROOT))
    for question in assignment.questions
]
LABELS = ("positive definite", "positive semidefinite", "negative definite")
LABELS += ("negative semidefinite", "indefinite", "zero")
CONSTANTS = (0, 0.0, 1, 1.0, 2, -1, 0.5, True, False, None, np.nan, np.inf, -np.inf, np.float64(0))
CONSTANTS += ("", [], (), {}, [0], [[0.0]], (0, 0), (1.0, 2.0), (True, False), (None, None))


def returns(value: Any) -> Function:
    return lambda *args, **kwargs: value


def raises(error: type[Exception]) -> Function:
    def stub(*args: Any, **kwargs: Any) -> Any:
        raise error("a stub")

    return stub


def on_argument(position: int, transform: Callable[[Any], Any]) -> Function:
    """The argument at the position, transformed; the transform may fail, as an answer may."""
    return lambda *args, **kwargs: transform([*args, *kwargs.values()][position])


def array(value: Any) -> Any:
    return np.array(value, dtype=float)


TRANSFORMS: dict[str, Callable[[Any], Any]] = {
    "itself": lambda a: a,
    "a copy": array,
    "its transpose": lambda a: array(a).T,
    "a pair of it": lambda a: (a, a),
    "zeros of its shape": lambda a: np.zeros(np.shape(a)),
    "ones of its shape": lambda a: np.ones(np.shape(a)),
    "NaN of its shape": lambda a: np.full(np.shape(a), np.nan),
    "zeros for its rows": lambda a: np.zeros(np.shape(a)[:-1]),
    "zeros, one axis": lambda a: np.zeros(np.shape(a)[-1]),
    "row numbers": lambda a: list(range(len(a))),
    "an identity": lambda a: np.eye(len(a)),
    "a square of zeros": lambda a: np.zeros((len(a), len(a))),
    "its first entry": lambda a: a[0],
    "its sum": lambda a: array(a).sum(),
    "its length": len,
    "its size as a length": lambda a: np.zeros(min(a, 1000)),
    "two arrays of zeros": lambda a: (np.zeros(np.shape(a)), np.zeros(np.shape(a))),
    "an array and a number": lambda a: (np.zeros(np.shape(a)), 0.0),
}


def stubs() -> Iterator[tuple[str, Function]]:
    for error in (ValueError, TypeError, NotImplementedError, np.linalg.LinAlgError):
        yield f"raises {error.__name__}", raises(error)
    for value in (*CONSTANTS, *LABELS, np.zeros(()), np.zeros(0), np.zeros((0, 0)), np.eye(2)):
        yield f"returns {value!r}", returns(value)
    for position in (0, 1, -1):
        for name, transform in TRANSFORMS.items():
            yield f"returns {name} (argument {position})", on_argument(position, transform)


def judges(question: Question) -> dict[str, Function]:
    """The checks of the question by name; their source is run once for all stubs."""
    found = {}
    for check in question.checks:
        names: dict[str, Any] = {}
        exec(check.source, names)
        found[check.name] = names[check.name]
    return found


def passes(judge: Function, student: dict[str, Any]) -> bool:
    try:
        with np.errstate(all="ignore"):
            judge(*(student[name] for name in inspect.signature(judge).parameters))
    except Exception:
        return False
    return True


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("assignment", "question"), QUESTIONS, ids=[f"{a.slug}-{q.id}" for a, q in QUESTIONS]
)
def test_a_stub_passes_no_check(assignment: Assignment, question: Question) -> None:
    """A function that looks at nothing, and raises or returns the same always, earns no check."""
    mpl.use("Agg")
    student: dict[str, Any] = {"__name__": "__main__"}
    exec(assignment.setup, student)
    for other in assignment.questions:
        exec(other.answer, student)
    checks = judges(question)
    passed = []
    for what, stub in stubs():
        student |= dict.fromkeys(question.names, stub)
        passed += [f"{name}: {what}" for name, judge in checks.items() if passes(judge, student)]
    assert not passed, "\n".join(passed)
