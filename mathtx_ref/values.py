"""Reading a student's value: numbers and arrays of numbers, and nothing that could lie.

A value is looked at only when its exact type is int, float, a numpy scalar or array, or a list or
tuple of these. Anything else (subclasses, a lying `__eq__`, object arrays) is refused by its type,
and none of its methods is called. Types are compared by `is`: `==`, `in` and hashes would ask the
class's own metaclass.
"""

from __future__ import annotations

from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

_NUMPY_SCALARS = tuple(set(np.sctypeDict.values()))
_PYTHON_SCALARS = (bool, int, float, complex, str, bytes, type(None))
_DEEPEST = 32  # nesting of lists; ours are at most 4 deep


def is_plain(value: Any) -> bool:
    """Whether the value is a Python or numpy scalar, text or None of exactly that type."""
    kind = type(value)
    return any(kind is plain for plain in _PYTHON_SCALARS) or _is_numpy_scalar(value)


def as_float64(value: Any, shape: tuple[int, ...], what: str) -> NDArray[np.float64]:
    """The value as a new float64 array of exactly this shape; AssertionError for anything else."""
    found = _shape(value, what)
    if found != shape:
        raise AssertionError(f"{what} {_shape_found(found)}, wanted {_shape_wanted(shape)}")
    with np.errstate(over="ignore"):
        return np.array(_plain(value, shape, what), dtype=np.float64)


def _shape(value: Any, what: str) -> tuple[int, ...]:
    """The shape by the first entries, so that no work is done for a value of the wrong one."""
    shape: tuple[int, ...] = ()
    while _is_list(value) and len(shape) < _DEEPEST:
        shape += (len(value),)
        if not value:
            return shape
        value = value[0]
    return shape + _leaf(value, what).shape


def _plain(value: Any, shape: tuple[int, ...], what: str) -> Any:
    """Nested lists of numeric arrays, verified to have this shape: work is bounded by its size."""
    if not _is_list(value):
        leaf = _leaf(value, what)
        if leaf.shape != shape:
            _refuse_ragged(what)
        return leaf if shape else float(leaf)
    if not shape or len(value) != shape[0]:
        _refuse_ragged(what)
    return [_plain(entry, shape[1:], what) for entry in value]


def _leaf(value: Any, what: str) -> NDArray[Any]:
    """A number or array of numbers; bool, complex, str and objects are none."""
    kind = type(value)
    if kind is int or kind is float:
        try:
            return np.asarray(float(value))
        except OverflowError:
            return np.asarray(np.inf)
    if kind is np.ndarray or _is_numpy_scalar(value):
        leaf = np.asarray(value)
        if leaf.dtype.kind in "iuf":
            return leaf
    raise AssertionError(f"{what} is or holds {described(value)}, wanted real numbers")


def _refuse_ragged(what: str) -> NoReturn:
    raise AssertionError(f"{what} is a list of rows of unequal shapes, wanted an array")


def _is_list(value: Any) -> bool:
    return type(value) is list or type(value) is tuple


def _is_numpy_scalar(value: Any) -> bool:
    kind = type(value)
    return any(kind is scalar for scalar in _NUMPY_SCALARS)


# ---------------------------------------------------------------- words of the messages


def _shape_found(shape: tuple[int, ...]) -> str:
    return f"has shape {shape}" if shape else "is a number"


def _shape_wanted(shape: tuple[int, ...]) -> str:
    return f"shape {shape}" if shape else "a number"


def place(at: tuple[int, ...]) -> str:
    return f" at {list(at)}" if at else ""


def described(value: Any) -> str:
    """A value in words, without calling any method of an unknown type."""
    kind = type(value)
    if value is None or kind is bool or kind is np.bool_ or kind is float:
        return str(value)
    if kind is int:  # Python refuses to print thousands of digits
        return str(value) if value.bit_length() <= 128 else f"an int of {value.bit_length()} bits"
    if kind is np.ndarray:
        return f"an array of {value.dtype.name} of shape {value.shape}"
    return f"a value of type {type_name(value)}"


def type_name(value: Any) -> str:
    """The class's name, on one line and cut, past any metaclass that would answer for it."""
    name = type.__dict__["__name__"].__get__(type(value))
    return " ".join(str(name).split())[:60]
