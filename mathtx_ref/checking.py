"""The vocabulary of hidden checks: one-line judgements of a student's values.

Each function raises AssertionError with a message that says what was found and what was wanted;
the same check runs over the engine's proxies and under plain Otter. `what` names the judged thing
in the message, best as the call: "bilinear(A, x, y)".

How a student's value is read, and what is refused, is in `values`.

Tolerances are derived, not tried out. A result entry that sums N products in float64, in any order,
errs by at most N·u·Σ|terms| (u = eps/2; Higham, Accuracy and Stability of Numerical Algorithms,
section 3.1). Student and reference both err, so they differ by at most N·eps·Σ|terms|:
- `rtol` is N·eps; the default takes N = 4096, which is 9.1e-13;
- `scale` is Σ|terms|, |x|ᵀ|A||y| for a bilinear form. Without it |expected| is taken, which is
  right only where the terms do not cancel;
- `atol` is 0, so that 0 never passes for 6e-15.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathtx_ref.values import as_float64, described, is_plain, place, type_name

DEFAULT_RTOL = 4096 * float(np.finfo(np.float64).eps)


class Counted(Protocol):
    """A function that counts its calls."""

    calls: int

    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...


def assert_close(
    actual: Any,
    expected: ArrayLike,
    *,
    rtol: float | None = None,
    atol: float = 0.0,
    scale: ArrayLike | None = None,
    what: str = "the result",
) -> None:
    """Shape, numbers, no NaN or inf, then |actual − expected| ≤ atol + rtol·max(|expected|, scale).

    `expected` is a finite number or array; `scale` broadcasts to its shape. Nothing is stretched:
    the shape of `actual` must be the expected one, where a number and a 0-d array are the same.
    """
    wanted = np.asarray(expected, dtype=np.float64)
    size = np.abs(wanted)
    if scale is not None:
        size = np.maximum(size, np.broadcast_to(np.asarray(scale, np.float64), wanted.shape))
    bound = atol + (DEFAULT_RTOL if rtol is None else rtol) * size
    if not np.isfinite(wanted).all() or not np.isfinite(bound).all():
        raise ValueError("assert_close got NaN or inf as expected value or tolerance")
    found = as_float64(actual, wanted.shape, what)
    if not np.isfinite(found).all():
        at = _first(~np.isfinite(found))
        raise AssertionError(f"{what} is {float(found[at])}{place(at)}, wanted a finite number")
    with np.errstate(over="ignore"):
        error = np.abs(found - wanted)
    if (error <= bound).all():
        return
    # The entry that misses its bound by most; a bound of 0 is missed infinitely.
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        excess = np.where(error <= bound, -1.0, error / bound)
    at = _first(excess == np.max(excess))
    raise AssertionError(
        f"{what} is {float(found[at])!r}{place(at)}, wanted {float(wanted[at])!r}"
        f" (off by {error[at]:.2g}, allowed {bound[at]:.2g})"
    )


def assert_scalar(value: Any, what: str = "the result") -> float:
    """A Python number, numpy scalar or 0-d array, NaN and inf included; returned as a float."""
    return float(as_float64(value, (), what))


def assert_bool(value: Any, expected: bool, what: str = "the result") -> None:
    """The expected truth value: bool, numpy bool or 0-d bool array; 1 and 0 are none."""
    kind = type(value)
    is_array = kind is np.ndarray and value.dtype == np.bool_ and value.ndim == 0
    if not (kind is bool or kind is np.bool_ or is_array):
        raise AssertionError(f"{what} is {described(value)}, wanted {bool(expected)}")
    if bool(value) != bool(expected):
        raise AssertionError(f"{what} is {bool(value)}, wanted {bool(expected)}")


def assert_raises_value_error(
    f: Callable[..., Any], /, *args: Any, what: str = "the call", **kwargs: Any
) -> None:
    """f(*args, **kwargs) raises ValueError or a subclass of it."""
    try:
        value = f(*args, **kwargs)
    except ValueError:
        return
    except Exception as error:
        kind = type_name(error)
        raise AssertionError(f"{what} raised {kind}, wanted ValueError") from error
    raise AssertionError(f"{what} returned {described(value)}, wanted ValueError")


def assert_unchanged(
    f: Callable[..., Any], /, *args: Any, what: str = "the call", **kwargs: Any
) -> Any:
    """f(*args, **kwargs) leaves the arrays and containers among its arguments as they are.

    Returns the value of the call. Arrays are compared by bytes, dtype and shape with copies made
    before it. Use fresh arguments: a change that a second call would not repeat may lie behind.
    """
    named = {f"argument {position}": arg for position, arg in enumerate(args, start=1)}
    named |= {f"argument {name}": arg for name, arg in kwargs.items()}
    before = {name: _snapshot(arg) for name, arg in named.items()}
    value = f(*args, **kwargs)
    for name, arg in named.items():
        if _snapshot(arg) != before[name]:
            raise AssertionError(f"{what} changed its {name}, wanted it unchanged")
    return value


def count_calls(f: Callable[..., Any]) -> Counted:
    """f, with the number of its calls so far in `.calls`, those that raise included."""

    # A plain function and not a callable object: as such it crosses to a student process.
    def counted(*args: Any, **kwargs: Any) -> Any:
        wrapper.calls += 1
        return f(*args, **kwargs)

    wrapper = cast(Counted, counted)
    wrapper.calls = 0
    return wrapper


def measure(f: Callable[..., Any], /, *args: Any, **kwargs: Any) -> tuple[Any, int, float]:
    """(value, peak bytes allocated during the call, CPU seconds) of f(*args, **kwargs).

    A function in another process measures itself, by its `__measure__`. Here the bytes are those
    that Python and numpy report to tracemalloc, which slows pure Python code severalfold.
    """
    remote = getattr(f, "__measure__", None)
    if remote is not None:
        return cast(tuple[Any, int, float], remote(*args, **kwargs))
    nested = tracemalloc.is_tracing()
    if nested:
        tracemalloc.reset_peak()
    else:
        tracemalloc.start()
    try:
        start_bytes = tracemalloc.get_traced_memory()[0]
        start_seconds = time.process_time()
        value = f(*args, **kwargs)
        seconds = time.process_time() - start_seconds
        peak = tracemalloc.get_traced_memory()[1] - start_bytes
    finally:
        if not nested:
            tracemalloc.stop()
    return value, peak, seconds


def _first(marked: NDArray[np.bool_]) -> tuple[int, ...]:
    """The index of the first marked entry; () for a 0-d array."""
    return tuple(int(index) for index in np.argwhere(marked)[0])


def _snapshot(value: Any) -> Any:
    """What can be compared later: arrays by bytes, containers by entry, objects by identity."""
    kind = type(value)
    if kind is np.ndarray:
        return ("array", value.dtype.str, value.shape, value.tobytes())
    if kind is list or kind is tuple:
        return (kind.__name__, *(_snapshot(entry) for entry in value))
    if kind is dict:
        return ("dict", *((_snapshot(key), _snapshot(entry)) for key, entry in value.items()))
    if kind is int or kind is str or kind is bytes:
        return (kind.__name__, value)
    if is_plain(value):
        return (kind.__name__, repr(value))  # by its text, so that NaN is like itself
    return ("object", id(value))
