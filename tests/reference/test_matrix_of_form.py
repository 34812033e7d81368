"""matrix_of_form and change_of_basis: a form's matrix in the standard basis and in another."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.bilinear import bilinear, change_of_basis, matrix_of_form

EPS = float(np.finfo(float).eps)
A22 = [[1, 2], [3, 4]]
DIMENSIONS = st.tuples(st.integers(1, 5), st.integers(1, 5))
ENTRIES = st.just(0.0) | st.floats(1e-100, 1e100) | st.floats(-1e100, -1e-100)


class TestMatrixOfForm:
    @given(arrays(float, DIMENSIONS, elements=ENTRIES))
    def test_recovers_the_matrix(self, A: Any) -> None:
        """The matrix of (x, y) ↦ xᵀAy is A, bit for bit, with one call for each entry."""
        calls = 0

        def f(x: Any, y: Any) -> Any:
            nonlocal calls
            calls += 1
            return x @ A @ y

        assert (matrix_of_form(f, *A.shape) == A).all()
        assert calls == A.size

    def test_arguments_are_new_writable_float64_arrays(self) -> None:
        """A form may overwrite or keep its arguments: none is handed out twice."""
        A = np.arange(1.0, 7.0).reshape(2, 3)
        kept: list[Any] = []

        def f(x: Any, y: Any) -> Any:
            assert x.dtype == y.dtype == np.float64
            assert not any(np.shares_memory(old, new) for old in kept for new in (x, y))
            kept.extend((x, y))
            x *= 0.5
            value = 2 * (x @ A @ y)
            x[:] = y[:] = np.nan
            return value

        assert (matrix_of_form(f, 2, 3) == A).all()

    @pytest.mark.parametrize(
        "value", [3, 3.0, np.float32(3), np.int8(3), np.array(3), np.array(3.0, "longdouble")]
    )
    def test_scalars_of_every_kind(self, value: Any) -> None:
        """A Python number, a numpy scalar and a 0-d array are scalars."""
        assert matrix_of_form(lambda x, y: value, np.int64(1)).tolist() == [[3.0]]

    @pytest.mark.parametrize(
        "value",
        [None, "3", [3.0], np.ones(1), np.ones((1, 1)), 3j, math.nan, math.inf, object(), 10**400],
    )
    def test_other_values_are_refused(self, value: Any) -> None:
        """What is no scalar, and what is not finite, raises ValueError."""
        with pytest.raises(ValueError, match=r"wanted|no array"):
            matrix_of_form(lambda x, y: value, 1)

    @pytest.mark.parametrize("bad", [0, -1, 1.5, math.nan, "2", None, [2], 2.0, True])
    def test_bad_dimensions(self, bad: Any) -> None:
        """m and n are integers ≥ 1 (None is allowed for n)."""
        with pytest.raises(ValueError, match="wanted"):
            matrix_of_form(np.dot, bad)
        if bad is not None:
            with pytest.raises(ValueError, match="wanted"):
                matrix_of_form(np.dot, 2, bad)

    def test_errors_of_f_pass_through(self) -> None:
        """What f raises is not translated."""
        with pytest.raises(ZeroDivisionError):
            matrix_of_form(lambda x, y: 1 // 0, 2)


class TestChangeOfBasis:
    @settings(max_examples=50)
    @given(st.integers(1, 6), st.integers(0, 2**32 - 1), st.integers(-50, 50))
    def test_is_the_same_form_in_new_coordinates(self, n: int, seed: int, exponent: int) -> None:
        """x'ᵀA'y' = (Px')ᵀA(Py') for any regular P of any size, orthogonal or not."""
        rng = np.random.default_rng(seed)
        A, P = rng.standard_normal((n, n)), rng.standard_normal((n, n)) + 3 * np.eye(n)
        P = P * 10.0**exponent
        if np.linalg.cond(P) > 1e6:
            return
        x, y = rng.standard_normal((2, n))
        scale = float((abs(P) @ abs(x)) @ abs(A) @ (abs(P) @ abs(y)))
        new = float(x @ change_of_basis(A, P) @ y)
        assert abs(new - float((P @ x) @ A @ (P @ y))) <= 8 * n * EPS * scale

    def test_agrees_with_the_matrix_of_the_form(self) -> None:
        """It is the matrix of (u, v) ↦ (Pu)ᵀA(Pv); the example of the errata."""
        A, P = np.array([[2.0, 1], [1, -1]]), np.array([[1.0, 2], [3, 5]])
        wanted = matrix_of_form(lambda u, v: bilinear(A, P @ u, P @ v), 2)
        assert change_of_basis(A, P).tolist() == wanted.tolist()

    def test_inertia_is_kept(self) -> None:
        """The signs of a symmetric matrix's eigenvalues survive (Sylvester)."""
        rng = np.random.default_rng(1)
        A = np.diag([3.0, 1.0, -2.0, -5.0])
        new = change_of_basis(A, rng.standard_normal((4, 4)))
        assert np.sign(np.linalg.eigvalsh(new + new.T)).tolist() == [-1, -1, 1, 1]

    @pytest.mark.parametrize("size", [1e-90, 1e-9, 1.0, 1e9, 1e90])
    def test_singular_is_decided_relatively(self, size: float) -> None:
        """A small regular P is a basis; a rank deficient one is none at any size."""
        rng = np.random.default_rng(2)
        P = size * (rng.standard_normal((4, 4)) + 3 * np.eye(4))
        assert np.isfinite(change_of_basis(np.eye(4), P)).all()
        deficient = P.copy()
        deficient[:, 3] = 0.1 * deficient[:, 0] - 0.3 * deficient[:, 1]
        with pytest.raises(ValueError, match="singular"):
            change_of_basis(np.eye(4), deficient)

    @pytest.mark.parametrize(
        ("A", "P"),
        [
            (A22, [[0, 0], [0, 0]]),
            (A22, [[1, 0], [0, 1], [0, 0]]),
            (A22, np.eye(1)),
            ([[1, 2, 3], [4, 5, 6]], np.eye(2)),
            ([[1, 2, 3], [4, 5, 6]], np.eye(3)),
            (A22, [[1, math.nan], [0, 1]]),
            ([[1, math.inf], [0, 1]], np.eye(2)),
            (A22, [1, 1]),
        ],
    )
    def test_bad_arguments(self, A: Any, P: Any) -> None:
        """Singular, not square, of another size, not finite: ValueError."""
        with pytest.raises(ValueError, match="wanted"):
            change_of_basis(A, P)
