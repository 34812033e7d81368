"""Do two calls come to the same, but for rounding?

Kinds must be the same, where a number is a number whether it is Python's, numpy's or an array
without axes, and a list of numbers is like the array of them: what holds an answer is no idea.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any, Final, TypeAlias

import numpy as np

from autograder.diagnosis.outcomes import Outcome

TOLERANCE: Final = 1e-9
"""of the largest entry: more than orders of summation differ by, less than float32 loses"""
WIDEST: Final = 1e-5
"""Right answers that differ by more differ in what they mean, not by rounding."""
_FACTOR: Final = 10.0
DEPTH: Final = 20
_NUMBERS: Final = "biufc"
_TEXTS: Final = (type(None), str, bytes)
Array: TypeAlias = "np.ndarray[Any, Any]"


def agree(a: Outcome, b: Outcome, tolerance: float = TOLERANCE) -> bool:
    """The same exception or value, and the same effects."""
    if a.raised != b.raised or len(a.effects) != len(b.effects):
        return False
    if not a.raised and not same(a.value, b.value, tolerance):
        return False
    return all(
        number == other and same(value, found, tolerance)
        for (number, value), (other, found) in zip(a.effects, b.effects, strict=True)
    )


def rounding(right: Sequence[Outcome]) -> float:
    """The tolerance where right answers come to these: ill-conditioned calls differ by more."""
    values = [outcome.value for outcome in right if not outcome.raised]
    found = [distance(values[0], value) for value in values[1:]]
    return max([TOLERANCE, *(_FACTOR * d for d in found if d <= WIDEST / _FACTOR)])


def same(a: Any, b: Any, tolerance: float = TOLERANCE) -> bool:
    """Whether two values are the same; what is no plain value is like nothing, not even itself."""
    return distance(a, b) <= tolerance


def distance(a: Any, b: Any, depth: int = 0) -> float:
    """By how much of the largest entry they differ; infinite when not of one kind and shape."""
    if depth > DEPTH:
        return inf
    if type(a) in (list, tuple) and type(b) in (list, tuple):
        return _between_entries(a, b, depth)
    if type(a) is dict and type(b) is dict:
        if list(map(repr, a)) != list(map(repr, b)):
            return inf
        return _between_entries(list(a.values()), list(b.values()), depth)
    left, right = numbers(a), numbers(b)
    if left is not None and right is not None:
        return _between_arrays(left, right)
    return 0.0 if type(a) is type(b) and type(a) in _TEXTS and a == b else inf


def _between_entries(a: Any, b: Any, depth: int) -> float:
    if len(a) != len(b):
        return inf
    return max((distance(x, y, depth + 1) for x, y in zip(a, b, strict=True)), default=0.0)


def numbers(value: Any) -> Array | None:
    """The numbers that a value holds, if it holds nothing else."""
    if type(value) is np.ndarray:
        return value if value.dtype.kind in _NUMBERS else None
    if not _holds_numbers(value, 0):
        return None
    try:
        array = np.asarray(value)
        if array.dtype.kind == "O":  # integers too long for numpy
            array = array.astype(np.float64)
    except (TypeError, ValueError, OverflowError):  # rows of different lengths, or much too long
        return None
    return array if array.dtype.kind in _NUMBERS else None


def _holds_numbers(value: Any, depth: int) -> bool:
    if type(value) in (list, tuple):
        return depth < DEPTH and all(_holds_numbers(entry, depth + 1) for entry in value)
    if type(value) is np.ndarray:
        return value.dtype.kind in _NUMBERS
    return type(value) in (bool, int, float, complex) or isinstance(value, np.number | np.bool_)


def _between_arrays(a: Array, b: Array) -> float:
    if a.shape != b.shape or _kind(a) != _kind(b):
        return inf
    if not a.size:
        return 0.0
    if "f" not in a.dtype.kind + b.dtype.kind and _kind(a) != "c":
        return 0.0 if np.array_equal(a, b) else inf
    wide = np.complex128 if _kind(a) == "c" else np.float64
    with np.errstate(all="ignore"):
        a, b = a.astype(wide), b.astype(wide)
        equal = (a == b) | (np.isnan(a) & np.isnan(b))
        if equal.all():
            return 0.0
        finite = np.isfinite(a) & np.isfinite(b)
        if not (equal | finite).all():
            return inf
        scale = max(np.abs(a[finite]).max(), np.abs(b[finite]).max())
        return float(np.abs(a[finite] / scale - b[finite] / scale).max())


def _kind(array: Array) -> str:
    """Truth values, complex numbers, real numbers: of whatever width."""
    return array.dtype.kind if array.dtype.kind in "bc" else "r"
