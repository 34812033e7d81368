"""is_bilinear: forms of every size are accepted, near misses of every kind refused."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathtx_ref.bilinear import is_bilinear

Form = Callable[[Any, Any], Any]
SHAPES = [(1, 1), (1, 4), (4, 1), (2, 2), (3, 4), (5, 5)]


def matrices(m: int, n: int) -> tuple[Any, Any]:
    rng = np.random.default_rng([m, n])
    return rng.standard_normal((m, n)), rng.standard_normal((m, n))


def overwriting(A: Any) -> Form:
    """xᵀAy by a function that spoils its arguments."""

    def f(x: Any, y: Any) -> Any:
        x *= 0.5
        value = 2 * (x @ A @ y)
        x[:] = 0
        y[:] = math.nan
        return value

    return f


TRUE: dict[str, Callable[[Any, Any], Form]] = {
    "xᵀAy": lambda A, B: lambda x, y: x @ A @ y,
    "zero": lambda A, B: lambda x, y: 0,
    "times 1e-12": lambda A, B: lambda x, y: 1e-12 * (x @ A @ y),
    "times 1e9": lambda A, B: lambda x, y: 1e9 * (x @ A @ y),
    "times 1e-90": lambda A, B: lambda x, y: 1e-90 * (x @ A @ y),
    "times 1e90": lambda A, B: lambda x, y: 1e90 * (x @ A @ y),
    "graded rows": lambda A, B: lambda x, y: (x * np.logspace(-8, 8, len(x))) @ A @ y,
    "overwrites its arguments": lambda A, B: overwriting(A),
    "sum of two forms": lambda A, B: lambda x, y: x @ A @ y - y @ B.T @ x,
    "loops from the end": lambda A, B: (
        lambda x, y: sum(
            A[i, j] * x[i] * y[j] for j in range(len(y))[::-1] for i in range(len(x))[::-1]
        )
    ),
    "0-d array": lambda A, B: lambda x, y: np.array(x @ A @ y),
    "polarised": lambda A, B: (
        lambda x, y: ((x @ A + y) @ (x @ A + y) - (x @ A - y) @ (x @ A - y)) / 4
    ),
    "one entry": lambda A, B: lambda x, y: x[-1] * y[0],
    "sum times sum": lambda A, B: lambda x, y: x.sum() * y.sum(),
}

FALSE: dict[str, Callable[[Any, Any], Form]] = {
    "plus 1": lambda A, B: lambda x, y: x @ A @ y + 1,
    "constant": lambda A, B: lambda x, y: 1.0,
    "plus a linear function of x": lambda A, B: lambda x, y: x @ A @ y + B[:, 0] @ x,
    "plus a linear function of y": lambda A, B: lambda x, y: x @ A @ y + B[0] @ y,
    "absolute value": lambda A, B: lambda x, y: abs(x @ A @ y),
    "1e-12 times the absolute value": lambda A, B: lambda x, y: 1e-12 * abs(x @ A @ y),
    "1e9 times the absolute value": lambda A, B: lambda x, y: 1e9 * abs(x @ A @ y),
    "larger of two forms": lambda A, B: lambda x, y: max(x @ A @ y, x @ B @ y),
    "smaller of two forms": lambda A, B: lambda x, y: min(x @ A @ y, x @ B @ y),
    "relu in x": lambda A, B: lambda x, y: np.maximum(x, 0) @ A @ y,
    "relu in y": lambda A, B: lambda x, y: x @ A @ np.maximum(y, 0),
    "cubes in x": lambda A, B: lambda x, y: (x**3) @ A @ y,
    "cubes in y": lambda A, B: lambda x, y: x @ A @ y**3,
    "squares in x": lambda A, B: lambda x, y: (x**2) @ A @ y,
    "clipped": lambda A, B: lambda x, y: np.clip(x @ A @ y, -50, 50),
    "clipped argument": lambda A, B: lambda x, y: np.clip(x, -50, 50) @ A @ y,
    "norm times norm": lambda A, B: lambda x, y: np.linalg.norm(x) * np.linalg.norm(y),
    "tanh": lambda A, B: lambda x, y: np.tanh(x @ A @ y),
    "rounded": lambda A, B: lambda x, y: round(float(x @ A @ y)),
    "dead zone": lambda A, B: lambda x, y: x @ A @ y if abs(x).max() > 0.05 else 0.0,
    "NaN": lambda A, B: lambda x, y: math.nan,
    "inf": lambda A, B: lambda x, y: math.inf,
    "NaN off the basis": lambda A, B: lambda x, y: x @ A @ y if x.max() == 1 else math.nan,
    "inf off the basis": lambda A, B: lambda x, y: x @ A @ y if x.max() == 1 else math.inf,
    "zero on the basis": lambda A, B: lambda x, y: 1e-15 * float(((x != 0) & (x != 1)).any()),
}

# A vector of length 1 has no second entry to be sorted, summed or mixed with.
FALSE_FROM_DIMENSION_2: dict[str, Callable[[Any, Any], Form]] = {
    "root of the sum of cubes": lambda A, B: lambda x, y: np.cbrt((x**3).sum()) * y.sum(),
    "sorted": lambda A, B: lambda x, y: np.sort(x) @ A @ y,
    "largest entry": lambda A, B: lambda x, y: x.max() * y.sum(),
    "product of entries": lambda A, B: lambda x, y: x @ A @ y + x.prod() * y.sum(),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", TRUE)
def test_forms_are_accepted(name: str, shape: tuple[int, int]) -> None:
    """Every form is one, whatever its size and however it is computed."""
    assert is_bilinear(TRUE[name](*matrices(*shape)), *shape) is True


@pytest.mark.parametrize(
    ("name", "shape"),
    [(name, shape) for name in FALSE for shape in SHAPES]
    + [(name, shape) for name in FALSE_FROM_DIMENSION_2 for shape in SHAPES if shape[0] > 1],
)
def test_other_functions_are_refused(name: str, shape: tuple[int, int]) -> None:
    """A function that breaks one law in one slot, for one sign or at one size is none."""
    f = (FALSE | FALSE_FROM_DIMENSION_2)[name](*matrices(*shape))
    for seed in range(3):
        assert is_bilinear(f, *shape, rng=np.random.default_rng(seed)) is False
    assert is_bilinear(f, *shape, trials=3) is False


def test_quadratic_form_is_refused() -> None:
    """xᵀAx ignores its second argument; n is m when it is not given."""
    A, _ = matrices(3, 3)
    assert not is_bilinear(lambda x, y: x @ A @ x, 3)
    assert not is_bilinear(lambda x, y: y @ A @ y, 3)
    assert is_bilinear(lambda x, y: x @ A @ y, 3)


@settings(max_examples=40)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(-80, 80), st.integers(0, 2**32 - 1))
def test_random_forms_with_cancellation(m: int, n: int, exponent: int, seed: int) -> None:
    """Random matrices of any size, some entries zero, pass; the same with one kink does not."""
    rng = np.random.default_rng(seed)
    A = 10.0**exponent * rng.standard_normal((m, n)) * (rng.random((m, n)) < 0.7)
    A[0, 0] = 10.0**exponent
    assert is_bilinear(lambda x, y: x @ A @ y, m, n, rng=rng)
    assert not is_bilinear(
        lambda x, y: x @ A @ y + 1e-3 * A[0, 0] * abs(x[0]) * y[0], m, n, rng=rng
    )


def test_rtol_is_relative_to_the_size_of_the_terms() -> None:
    """A kink of 1e-6 is seen at rtol 1e-8 and not at 1e-3."""
    f: Form = lambda x, y: x @ y + 1e-6 * abs(x[0]) * y[0]  # noqa: E731 - a one-line form
    assert not is_bilinear(f, 3)
    assert is_bilinear(f, 3, rtol=1e-3)


def test_result_is_reproducible_and_the_calls_are_few() -> None:
    """Without rng the same points are asked each time: m·n of the basis and four for each trial."""
    asked: list[list[bytes]] = []
    for _ in range(2):
        seen: list[bytes] = []
        assert is_bilinear(lambda x, y, seen=seen: seen.append(x.tobytes()) or x.sum() * y[0], 2, 3)
        asked.append(seen)
    assert asked[0] == asked[1]
    assert len(asked[0]) == 2 * 3 + 4 * 20


def test_rng_is_drawn_from() -> None:
    """A given rng is advanced, and no other randomness is used."""
    rng = np.random.default_rng(3)
    state = rng.bit_generator.state
    is_bilinear(np.dot, 2, rng=rng)
    assert rng.bit_generator.state != state


def test_every_argument_is_new() -> None:
    """No array is handed to f twice, so one that keeps and changes them does no harm."""
    kept: list[Any] = []

    def f(x: Any, y: Any) -> Any:
        for old in kept:
            old[:] = math.nan
        value = x.sum() * y.sum()
        kept.extend((x, y))
        assert x.flags.writeable
        assert y.flags.writeable
        assert x.dtype == y.dtype == np.float64
        return value

    assert is_bilinear(f, 2, 3)


@pytest.mark.parametrize("value", [None, "1", np.ones(2), np.ones(1), 1j, [1.0]])
def test_a_value_that_is_no_scalar_raises(value: Any) -> None:
    """Such an f is no real function at all: ValueError, as in matrix_of_form."""
    with pytest.raises(ValueError, match="wanted"):
        is_bilinear(lambda x, y: value, 2)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"m": 0}, "m is 0, wanted an integer ≥ 1"),
        ({"m": 1.5}, "m is no integer, wanted one ≥ 1"),
        ({"m": 2, "n": 0}, "n is 0, wanted an integer ≥ 1"),
        ({"m": 2, "trials": 0}, "trials is 0, wanted an integer ≥ 1"),
        ({"m": 2, "rtol": -1e-8}, "rtol is -1e-08, wanted a finite number ≥ 0"),
        ({"m": 2, "rtol": math.nan}, "rtol is nan, wanted a finite number ≥ 0"),
    ],
)
def test_bad_options(options: dict[str, Any], message: str) -> None:
    """Dimensions, trials and rtol out of range raise ValueError."""
    with pytest.raises(ValueError, match="wanted") as caught:
        is_bilinear(np.dot, **options)
    assert str(caught.value) == message


def test_errors_of_f_pass_through() -> None:
    """What f raises is not taken for an answer."""
    with pytest.raises(ZeroDivisionError):
        is_bilinear(lambda x, y: 1 // 0, 2)
