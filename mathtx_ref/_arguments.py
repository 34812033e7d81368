"""Arguments beside vectors and matrices: numbers, indices and rows that must have a direction."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathtx_ref.inputs import FloatArray, integer, real_array, scalar

IndexArray = NDArray[np.intp]


def number(value: Any, name: str) -> float:
    """A finite real number as a float."""
    found = scalar(value, name)
    if not math.isfinite(found):
        raise ValueError(f"{name} is {found}, wanted a finite number")
    return found


def non_negative(value: Any, name: str) -> float:
    """A finite real number ≥ 0."""
    found = number(value, name)
    if found < 0:
        raise ValueError(f"{name} is {found}, wanted a number ≥ 0")
    return found


def index(value: Any, name: str, size: int) -> int:
    """An integer in 0 … size−1; negative ones do not count from the end."""
    found = integer(value, name, 0)
    if found >= size:
        raise ValueError(f"{name} is {found}, wanted an integer < {size}")
    return found


def indices(value: ArrayLike, name: str, size: int) -> IndexArray:
    """A list of integers [k] in 0 … size−1, k ≥ 1; repeats are allowed."""
    try:
        raw = np.asarray(value)
    except (TypeError, ValueError):
        raise ValueError(f"{name} is no list of integers") from None
    if raw.ndim != 1 or raw.size == 0:
        raise ValueError(f"{name} has shape {raw.shape}, wanted (k,) with k ≥ 1")
    if raw.dtype.kind == "O":  # integers beyond 64 bits, or anything else
        raise ValueError(f"{name} holds no integers of usual size, wanted some in 0 … {size - 1}")
    if raw.dtype.kind not in "iu":
        raise ValueError(f"{name} holds values of type {raw.dtype}, wanted integers")
    outside = (raw < 0) | (raw >= size)
    if outside.any():
        raise ValueError(f"{name} holds {raw[outside][0]}, wanted integers in 0 … {size - 1}")
    return raw.astype(np.intp)


def cosine_bound(value: Any, name: str = "eps") -> float:
    """A bound 0 ≤ ε < 1 on a cosine."""
    found = number(value, name)
    if not 0 <= found < 1:
        raise ValueError(f"{name} is {found}, wanted 0 ≤ {name} < 1")
    return found


def directions(value: ArrayLike, name: str) -> FloatArray:
    """Vectors [..., n] without a zero vector, each scaled by a power of two.

    The largest entry of each comes to lie in [½, 1), so that sums of squares neither overflow nor
    vanish; and as the scaling is exact, cosines of integer vectors stay as exact as they were.
    """
    array = real_array(value, name)
    if array.ndim == 0 or array.shape[-1] == 0:
        raise ValueError(f"{name} has shape {array.shape}, wanted (..., n) with n ≥ 1")
    largest = np.abs(array).max(axis=-1, keepdims=True)
    if not largest.all():
        raise ValueError(f"{name} is or holds a zero vector, which has no direction")
    scaled: FloatArray = np.ldexp(array, -np.frexp(largest)[1])
    return scaled
