"""How much of an outcome is rounding: what it differs by when its arguments differ in a last digit.

Another way to compute the same comes to what the first one comes to for nearly the same arguments.
So where an outcome changes with their last digits, a difference of that size says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np

from autograder.diagnosis.agreement import DEPTH, TOLERANCE, numbers, same
from autograder.diagnosis.outcomes import Outcome, outcome_of
from autograder.diagnosis.recording import Call

SHAKE: Final = 2.0**-46
"""the largest relative change of an argument: what a few dozen roundings add up to"""
FACTOR: Final = 10.0
NEAR: Final = 1e-3
"""Outcomes that differ by more, relative to themselves, differ in what they mean; …"""
TINY: Final = 1e-6
"""… but those that are so small beside what they are computed from may be nothing but rounding."""
Array: TypeAlias = "np.ndarray[Any, Any]"
Functions: TypeAlias = Mapping[str, Callable[..., Any]]


def noise(call: Call, outcome: Outcome, functions: Functions | None) -> tuple[float, ...]:
    """For each array of the outcome, how far it is from those of shaken calls; () for unknown."""
    base = leaves(outcome.value)
    if functions is None or outcome.raised or base is None:
        return ()
    found = [0.0] * len(base)
    chance = np.random.default_rng(0)
    for integers in (False, True):
        args, kwargs, _ = call.fresh()
        shaken = _shaken((args, kwargs), chance, integers)
        other = leaves(outcome_of(Call(call.target, *shaken), functions).value)
        if other is not None and _one_kind(base, other):
            apart = [_apart(a, b) for a, b in zip(base, other, strict=True)]
            # What was an integer for a reason, an index or a dimension, may become quite another.
            if not integers or all(n <= _limit(a, 0) for n, a in zip(apart, base, strict=True)):
                found = list(map(max, found, apart))
    return tuple(n if a.dtype.kind == "f" else 0.0 for n, a in zip(found, base, strict=True))


def wider(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, ...]:
    """The larger noise at each place; what has other arrays says nothing."""
    return tuple(map(max, a, b)) if len(a) == len(b) else a or b


def scale(call: Call, right: Sequence[Outcome]) -> float:
    """The largest number that the call is given, or that a right answer makes of it."""
    values = [*call.args, *call.kwargs.values(), *(outcome.value for outcome in right)]
    return max(map(_size, leaves(values, partly=True) or ()), default=0.0)


def near(a: Outcome, b: Outcome, size: float) -> bool:
    """Whether rounding or a sign may be the difference: only then it is worked out if it is."""
    if a.raised or b.raised:
        return False
    left, right = leaves(a.value), leaves(b.value)
    if left is None or right is None or not _one_kind(left, right):
        return False
    return all(
        _apart(x, y, signs=True) <= max(_limit(x, size), _limit(y, size))
        for x, y in zip(left, right, strict=True)
    )


def signs_are_free(right: Sequence[Outcome]) -> bool:
    """Whether right answers differ by the signs of vectors, as eigenvectors do."""
    found = [leaves(outcome.value) for outcome in right if not outcome.raised]
    first = found[0] if found else None
    return first is not None and any(
        other is not None
        and _one_kind(first, other)
        and all(_agree(x, y, 0.0, signs=True) for x, y in zip(first, other, strict=True))
        and not all(_agree(x, y, 0.0, signs=False) for x, y in zip(first, other, strict=True))
        for other in found[1:]
    )


def agree_loosely(
    a: Outcome, b: Outcome, noise_of_b: Sequence[float], *, signs: bool = False
) -> bool:
    """Whether they agree but for that noise, and for the signs of vectors where these are free."""
    left, right = leaves(a.value), leaves(b.value)
    if a.raised or b.raised or left is None or right is None or not _one_kind(left, right):
        return False
    if [n for n, _ in a.effects] != [n for n, _ in b.effects]:
        return False
    effects = zip(a.effects, b.effects, strict=True)
    return all(same(x, y) for (_, x), (_, y) in effects) and all(
        _agree(x, y, n, signs=signs)
        for x, y, n in zip(left, right, noise_of_b or [0.0] * len(left), strict=True)
    )


def leaves(value: Any, *, partly: bool = False, depth: int = 0) -> list[Array] | None:
    """The arrays of numbers that it is made of; None when it holds something else, or leave it."""
    array = numbers(value)
    if array is not None:
        return [array]
    if type(value) is dict:
        value = list(value.values())
    if type(value) not in (list, tuple) or depth > DEPTH:
        return None
    found: list[Array] = []
    for entry in value:
        inner = leaves(entry, partly=partly, depth=depth + 1)
        if inner is None and not partly:
            return None
        found += inner or []
    return found


def _one_kind(a: Sequence[Array], b: Sequence[Array]) -> bool:
    """Whether shapes fit and all are real numbers: only those are rounded."""
    return len(a) == len(b) and all(
        x.shape == y.shape and {x.dtype.kind, y.dtype.kind} <= set("iuf")
        for x, y in zip(a, b, strict=True)
    )


def _agree(a: Array, b: Array, noise: float, *, signs: bool) -> bool:
    return _apart(a, b, signs=signs) <= max(TOLERANCE * max(_size(a), _size(b)), FACTOR * noise)


def _apart(a: Array, b: Array, *, signs: bool = False) -> float:
    """The largest difference; infinite where only one of them is finite."""
    with np.errstate(all="ignore"):
        a, b = a.astype(np.float64), b.astype(np.float64)
        finite = np.isfinite(a)
        if not np.array_equal(finite, np.isfinite(b)):
            return float("inf")
        a, b = np.where(finite, a, 0.0), np.where(finite, b, 0.0)
        apart = np.abs(a - b)
        if signs and a.ndim in (1, 2):  # a vector, or vectors in the columns
            apart = np.minimum(apart.max(axis=0, initial=0.0), np.abs(a + b).max(0, initial=0.0))
        return float(apart.max(initial=0.0))


def _limit(a: Array, size: float) -> float:
    return max(NEAR * _size(a), TINY * size) if a.dtype.kind == "f" else 0.0


def _size(a: Array) -> float:
    sizes = np.abs(a.astype(np.float64)) if a.dtype.kind in "iuf" else np.zeros(0)
    return float(sizes[np.isfinite(sizes)].max(initial=0.0))


def _shaken(value: Any, chance: np.random.Generator, integers: bool) -> Any:
    """The same with floats a little larger or smaller, or arrays and lists of integers."""
    if type(value) is np.ndarray and (integers or value.dtype.kind == "f"):
        if value.dtype not in (np.float64, np.int64):
            return value
        return value * (1 + SHAKE * chance.uniform(-1.0, 1.0, value.shape))
    if type(value) in (list, tuple):
        return type(value)(_shaken(entry, chance, integers) for entry in value)
    if type(value) is dict:
        return {key: _shaken(entry, chance, integers) for key, entry in value.items()}
    if type(value) in (float, np.float64) or (integers and type(value) is int):
        return value * (1 + SHAKE * chance.uniform(-1.0, 1.0))
    return value
