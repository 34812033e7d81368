"""bilinear, bilinear_terms and partial_left against exact arithmetic; what all functions refuse."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.bilinear import (
    bilinear,
    bilinear_terms,
    change_of_basis,
    matrix_of_form,
    partial_left,
)

EPS = float(np.finfo(float).eps)
A22, X2, Y2 = [[1, 2], [3, 4]], (5, 6), (7, 8)


def sized(low: float, high: float) -> st.SearchStrategy[float]:
    """Zero, or a number of either sign whose size lies between low and high."""
    return st.just(0.0) | st.floats(low, high) | st.floats(-high, -low)


ENTRIES = sized(1e-100, 1e100)
TAME = sized(1e-3, 1e3)
DIMENSIONS = st.tuples(st.integers(1, 5), st.integers(1, 5))


@st.composite
def forms(draw: st.DrawFn, entries: st.SearchStrategy[float] = ENTRIES) -> tuple[Any, Any, Any]:
    m, n = draw(DIMENSIONS)
    return tuple(draw(arrays(float, shape, elements=entries)) for shape in ((m, n), m, n))


def exact_terms(A: Any, x: Any, y: Any) -> list[list[Fraction]]:
    """The double loop in exact arithmetic."""
    return [
        [
            Fraction(float(A[i][j])) * Fraction(float(x[i])) * Fraction(float(y[j]))
            for j in range(len(y))
        ]
        for i in range(len(x))
    ]


class TestBilinear:
    @given(forms())
    def test_exact_double_loop(self, form: Any) -> None:
        """The value is that of the exact double loop, up to rounding relative to |x|ᵀ|A||y|."""
        A, x, y = form
        terms = [term for row in exact_terms(A, x, y) for term in row]
        value = bilinear(A, x, y)
        assert type(value) is float
        error = abs(Fraction(value) - sum(terms))
        assert error <= Fraction((len(x) + len(y)) * EPS) * sum(map(abs, terms))

    @given(st.data())
    def test_batches_broadcast_in_leading_axes(self, data: st.DataObject) -> None:
        """Each entry of a broadcast batch is the value of its own pair."""
        m, n = data.draw(DIMENSIONS)
        lead_x, lead_y = data.draw(
            st.sampled_from(
                [((5,), (5,)), ((5,), ()), ((), (3,)), ((5, 1), (6,)), ((1,), (4,)), ((0,), (0,))]
            )
        )
        A = data.draw(arrays(float, (m, n), elements=TAME))
        x = data.draw(arrays(float, (*lead_x, m), elements=TAME))
        y = data.draw(arrays(float, (*lead_y, n), elements=TAME))
        lead = np.broadcast_shapes(lead_x, lead_y)
        value = bilinear(A, x, y)
        assert isinstance(value, np.ndarray)
        assert value.shape == lead
        xs, ys = np.broadcast_to(x, (*lead, m)), np.broadcast_to(y, (*lead, n))
        scale = np.einsum("...i,ij,...j->...", abs(xs), abs(A), abs(ys))
        for at in np.ndindex(lead):
            wanted = math.fsum(A[i, j] * xs[at][i] * ys[at][j] for i in range(m) for j in range(n))
            assert abs(value[at] - wanted) <= (m + n) * EPS * scale[at]

    @given(forms(TAME), TAME, st.integers(0, 2**32 - 1))
    def test_is_linear_in_each_argument(self, form: Any, a: float, seed: int) -> None:
        """f(ax + z, y) = a f(x, y) + f(z, y), and the same in y."""
        A, x, y = form
        rng = np.random.default_rng(seed)
        z, w = rng.standard_normal(len(x)), rng.standard_normal(len(y))
        left = bilinear(A, a * x + z, y) - (a * bilinear(A, x, y) + bilinear(A, z, y))
        right = bilinear(A, x, a * y + w) - (a * bilinear(A, x, y) + bilinear(A, x, w))
        size = float((abs(a * x) + abs(z)) @ abs(A) @ (abs(a * y) + abs(y) + abs(w)))
        size += float((abs(a * x) + abs(x)) @ abs(A) @ (abs(a * y) + abs(w)))
        assert abs(left) <= 100 * EPS * size
        assert abs(right) <= 100 * EPS * size

    def test_lecture_example(self) -> None:
        """The 2 × 2 example gives 433, from lists, tuples and every numeric dtype."""
        assert bilinear(A22, X2, Y2) == 433.0
        for dtype in ("int8", "uint8", "int64", "float16", "float32", ">f8", "longdouble", object):
            assert bilinear(np.array(A22, dtype), np.array(X2, dtype), np.array(Y2, dtype)) == 433.0

    def test_small_integers_do_not_overflow(self) -> None:
        """int8 arguments are read as float64 before they are multiplied."""
        hundred = np.array([100, 100], np.int8)
        assert bilinear(np.array([[100, 0], [0, 100]], np.int8), hundred, hundred) == 2e6
        assert bilinear([[10**50]], [10**50], [1]) == pytest.approx(1e100)

    def test_extreme_sizes(self) -> None:
        """Entries of 1e±100 neither overflow nor vanish."""
        assert bilinear([[1e100]], [1e100], [1e100]) == pytest.approx(1e300)
        assert bilinear([[1e-100]], [1e-100], [1e-100]) == pytest.approx(1e-300, abs=0)
        assert bilinear([[1e-100]], [1e-100], [1e100]) == pytest.approx(1e-100, abs=0)

    def test_read_only_and_strided_arguments(self) -> None:
        """Views, reversed, transposed and read-only arrays are read like any other and kept."""
        big = np.arange(24.0).reshape(4, 6)
        A, x, y = big[::2, ::-3].T, big[0, ::-3], np.broadcast_to(2.0, 2)
        big.setflags(write=False)
        before = big.copy()
        assert bilinear(A, x, y) == np.einsum("i,ij,j", x, A, y)
        assert (big == before).all()


@pytest.mark.parametrize(
    ("A", "x", "y"),
    [
        pytest.param([[1, 2, 3], [4, 5, 6]], [1, 1, 1], [1, 1], id="swapped arguments"),
        pytest.param([[1, 2], [3, 4]], [1], [1, 1], id="x of length 1 is not stretched"),
        pytest.param([[1, 2], [3, 4]], [1, 1], [1], id="y of length 1 is not stretched"),
        pytest.param([[1]], [1, 1], [1], id="A is not stretched"),
        pytest.param([[1, 2], [3, 4]], 1.0, [1, 1], id="scalar x"),
        pytest.param([[1, 2], [3, 4]], [[1], [1]], [1, 1], id="x as a column"),
        pytest.param([1, 2], [1], [1, 1], id="A has one axis"),
        pytest.param([[[1, 2], [3, 4]]], [1, 1], [1, 1], id="A has three axes"),
        pytest.param(3.0, [1], [1], id="A is a number"),
        pytest.param(np.zeros((0, 2)), [], [1, 1], id="A is empty"),
        pytest.param([[1, 2], [3]], [1, 1], [1, 1], id="A is ragged"),
        pytest.param([[1, math.nan], [3, 4]], [1, 1], [1, 1], id="NaN in A"),
        pytest.param([[1, 2], [3, 4]], [1, math.inf], [1, 1], id="inf in x"),
        pytest.param([[1, 2], [3, 4]], [1, 1], [-math.inf, 1], id="-inf in y"),
        pytest.param([[1j, 2], [3, 4]], [1, 1], [1, 1], id="complex A"),
        pytest.param([["1", "2"], ["3", "4"]], [1, 1], [1, 1], id="strings"),
        pytest.param([[1, None], [3, 4]], [1, 1], [1, 1], id="None"),
        pytest.param([[10**400, 2], [3, 4]], [1, 1], [1, 1], id="an integer beyond float64"),
        pytest.param([[1, 2], [3, 4]], [[1, 1]] * 5, [[1, 1]] * 6, id="batches do not broadcast"),
    ],
)
def test_bad_arguments_are_refused(A: Any, x: Any, y: Any) -> None:
    """bilinear refuses what the conventions call invalid, and bilinear_terms refuses it too."""
    with pytest.raises(ValueError, match=r"wanted|no array|no real|too large"):
        bilinear(A, x, y)
    with pytest.raises(ValueError, match=r"wanted|no array|no real|too large"):
        bilinear_terms(A, x, y)


def test_messages_say_what_was_found_and_wanted() -> None:
    """A refusal is one line with the argument's name, its shape and the shape that fits."""
    cases = {
        "x has shape (3,), wanted (..., 2)": lambda: bilinear(A22, [1, 2, 3], Y2),
        "A has shape (2,), wanted a matrix (m, n) with m, n ≥ 1": lambda: bilinear([1, 2], X2, Y2),
        "y holds NaN or inf, wanted finite numbers": lambda: bilinear(A22, X2, [1, math.nan]),
        "x and y have batches (5,) and (6,), wanted ones that broadcast": lambda: bilinear(
            A22, [X2] * 5, [Y2] * 6
        ),
        "y has shape (1,), wanted (2,)": lambda: bilinear_terms(A22, X2, [1]),
        "m is 0, wanted an integer ≥ 1": lambda: matrix_of_form(np.dot, 0),
        "n is no integer, wanted one ≥ 1": lambda: matrix_of_form(np.dot, 2, 1.5),
        "f(e_1, e_2) is nan, wanted a finite number": lambda: matrix_of_form(
            lambda x, y: math.nan if y[1] else 0.0, 2
        ),
        "f(e_1, e_1) has shape (2,), wanted a scalar": lambda: matrix_of_form(lambda x, y: x, 2),
        "P has shape (3, 3), wanted A's shape (2, 2)": lambda: change_of_basis(A22, np.eye(3)),
        "P has shape (2, 1), wanted a square matrix": lambda: change_of_basis(A22, [[1], [0]]),
        "P is singular, wanted a basis in its columns": lambda: change_of_basis(
            A22, np.ones((2, 2))
        ),
    }
    for message, call in cases.items():
        with pytest.raises(ValueError, match="wanted") as caught:
            call()
        assert str(caught.value) == message


class TestBilinearTerms:
    @given(forms())
    def test_each_entry(self, form: Any) -> None:
        """T_ij is a_ij x_i y_j, to two roundings."""
        A, x, y = form
        T = bilinear_terms(A, x, y)
        assert T.shape == A.shape
        for i, row in enumerate(exact_terms(A, x, y)):
            for j, term in enumerate(row):
                assert abs(Fraction(float(T[i, j])) - term) <= Fraction(EPS) * abs(term)

    def test_lecture_example(self) -> None:
        """The four terms of the 2 × 2 example, whose sum is 433."""
        assert bilinear_terms(A22, X2, Y2).tolist() == [[35, 80], [126, 192]]

    def test_batches_are_refused(self) -> None:
        """x and y are single vectors."""
        with pytest.raises(ValueError, match="wanted"):
            bilinear_terms(A22, [X2], [Y2])


class TestPartialLeft:
    @given(forms())
    def test_is_the_linear_function_that_is_left(self, form: Any) -> None:
        """c_j = f(x, e_j) = Σ_i a_ij x_i, up to rounding relative to |x|ᵀ|A|."""
        A, x, y = form
        c = partial_left(A, x)
        assert c.shape == y.shape
        for j in range(len(y)):
            terms = [Fraction(float(A[i, j])) * Fraction(float(x[i])) for i in range(len(x))]
            assert abs(Fraction(float(c[j])) - sum(terms)) <= Fraction(len(x) * EPS) * sum(
                map(abs, terms)
            )

    @pytest.mark.parametrize("x", [[1], [1, 2, 3], [[1, 2]], 1.0, [1, math.nan], "ab", [[1], [2]]])
    def test_bad_arguments(self, x: Any) -> None:
        """x is one finite vector of A's height."""
        with pytest.raises(ValueError, match="wanted"):
            partial_left(A22, x)


@pytest.mark.parametrize("order", ["C", "F"])
def test_arguments_are_never_changed_nor_returned(order: Any) -> None:
    """Inputs keep their bytes, read-only ones work, and no result is a view of an input."""
    A = np.array([[1.0, 2], [3, 4]], order=order)
    x, y = np.array([1.0, 1.0]), np.array([1.0, 1.0])
    for array in (A, x, y):
        array.setflags(write=False)
    results = [
        bilinear(A, [x], y),
        bilinear_terms(A, x, y),
        change_of_basis(A, A),
        change_of_basis(A, np.eye(2)),
        partial_left(A, x),
    ]
    for result in results:
        assert not any(np.shares_memory(result, array) for array in (A, x, y))
        assert isinstance(result, np.ndarray)
        assert result.flags.writeable
