"""Reading arguments: array-like to float64, or a ValueError that says what was found and wanted.

The rules are the exercises' conventions. Nothing here copies without need, and nothing that is
returned is written to: it may be the caller's own array.
"""

from __future__ import annotations

import operator
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def real_array(value: ArrayLike, name: str) -> FloatArray:
    """The value as a float64 array of any shape; all entries must be real and finite."""
    raw = _raw(value, name)
    if raw.dtype.kind == "O":
        # Integers beyond 64 bits arrive as objects and are numbers; strings and None are not.
        if not all(isinstance(entry, Real) for entry in raw.flat):
            raise ValueError(f"{name} holds entries that are no real numbers")
    elif raw.dtype.kind not in "biuf":
        raise ValueError(f"{name} holds values of type {raw.dtype}, wanted real numbers")
    try:
        with np.errstate(over="ignore"):
            array = raw.astype(np.float64, copy=False)
    except OverflowError:
        raise ValueError(f"{name} holds an integer too large for float64") from None
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds NaN or inf, wanted finite numbers")
    return array


def matrix(value: ArrayLike, name: str) -> FloatArray:
    """A matrix [m, n] with m, n ≥ 1."""
    array = real_array(value, name)
    if array.ndim != 2 or 0 in array.shape:
        raise ValueError(f"{name} has shape {array.shape}, wanted a matrix (m, n) with m, n ≥ 1")
    return array


def square_matrix(value: ArrayLike, name: str) -> FloatArray:
    """A matrix [n, n] with n ≥ 1."""
    array = matrix(value, name)
    if array.shape[0] != array.shape[1]:
        raise ValueError(f"{name} has shape {array.shape}, wanted a square matrix")
    return array


def vector(value: ArrayLike, name: str, size: int) -> FloatArray:
    """A vector [size]; one of length 1 is not stretched to fit."""
    array = real_array(value, name)
    if array.shape != (size,):
        raise ValueError(f"{name} has shape {array.shape}, wanted ({size},)")
    return array


def vectors(value: ArrayLike, name: str, size: int) -> FloatArray:
    """A vector or a batch of them [..., size]; the last axis is not stretched to fit."""
    array = real_array(value, name)
    if array.ndim == 0 or array.shape[-1] != size:
        raise ValueError(f"{name} has shape {array.shape}, wanted (..., {size})")
    return array


def integer(value: Any, name: str, minimum: int) -> int:
    """An integer ≥ minimum: int or a numpy integer; neither 2.0 nor True is one."""
    try:
        number = operator.index(value)
    except TypeError:
        raise ValueError(f"{name} is no integer, wanted one ≥ {minimum}") from None
    if isinstance(value, bool) or number < minimum:
        raise ValueError(f"{name} is {value}, wanted an integer ≥ {minimum}")
    return number


def scalar(value: Any, name: str) -> float:
    """A real number as a float: Python number, numpy scalar or 0-d array; NaN and inf pass."""
    raw = _raw(value, name)
    if raw.ndim != 0:
        raise ValueError(f"{name} has shape {raw.shape}, wanted a scalar")
    if raw.dtype.kind not in "biufO" or not isinstance(raw.item(), Real):
        raise ValueError(f"{name} is no real number, wanted a scalar")
    try:
        return float(raw)
    except OverflowError:
        return float("inf")


def _raw(value: Any, name: str) -> NDArray[Any]:
    try:
        return np.asarray(value)
    except (TypeError, ValueError):  # ragged lists, objects that refuse to be arrays
        raise ValueError(f"{name} is no array of numbers") from None
