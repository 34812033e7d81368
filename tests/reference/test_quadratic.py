"""Quadratic forms against exact arithmetic, closed forms and scipy."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.quadratic import (
    cup_minimum,
    lambda_k,
    matrix_from_coeffs,
    max_on_sphere,
    quad_coeffs,
    rayleigh,
    subspace_min,
)

EPS = float(np.finfo(float).eps)
SIZES = st.just(0.0) | st.floats(1e-100, 1e100) | st.floats(-1e100, -1e-100)
TAME = st.just(0.0) | st.floats(1e-3, 1e3) | st.floats(-1e3, -1e-3)
SEEDS = st.integers(0, 2**32 - 1)
NILPOTENT = [[0, 1], [0, 0]]


def squares(elements: st.SearchStrategy[Any], dtype: Any = float) -> st.SearchStrategy[Any]:
    return st.integers(1, 5).flatmap(lambda n: arrays(dtype, (n, n), elements=elements))


def with_spectrum(rng: np.random.Generator, eigenvalues: Any) -> tuple[Any, Any]:
    """(S, V): a symmetric matrix with these eigenvalues, its eigenvectors in V's columns."""
    V, _ = np.linalg.qr(rng.standard_normal((len(eigenvalues),) * 2))
    S = V * eigenvalues @ V.T
    return (S + S.T) / 2, V


class TestCoefficients:
    @given(squares(st.integers(-9, 9), int), st.data())
    def test_same_polynomial(self, A: Any, data: st.DataObject) -> None:
        """Σ_{i≤j} c_ij x_i x_j = xᵀAx = xᵀSx, exactly for integers."""
        n = len(A)
        x = data.draw(arrays(int, n, elements=st.integers(-9, 9)))
        C = quad_coeffs(A)
        S = matrix_from_coeffs(C)
        assert (np.tril(C, -1) == 0).all()
        assert sum(C[i, j] * x[i] * x[j] for i in range(n) for j in range(i, n)) == x @ A @ x
        assert x @ S @ x == x @ A @ x
        assert (S == S.T).all()

    @given(squares(SIZES))
    def test_round_trip(self, A: Any) -> None:
        """Coefficients give their symmetric matrix, which gives them back to the last bit."""
        C = quad_coeffs(A)
        assert (quad_coeffs(matrix_from_coeffs(C)) == C).all()
        assert (matrix_from_coeffs(C) == (A + A.T) / 2).all()

    def test_examples(self) -> None:
        """a₁₂ = 5 is not the coefficient of x₁x₂; what is below the diagonal of C is ignored."""
        assert quad_coeffs([[1, 5], [1, 3]]).tolist() == [[1, 6], [0, 3]]
        assert matrix_from_coeffs([[1, 6], [77, 3]]).tolist() == [[1, 3], [3, 3]]
        assert quad_coeffs([[4]]).tolist() == matrix_from_coeffs([[4]]).tolist() == [[4]]


class TestRayleigh:
    @given(squares(TAME), st.data())
    def test_exact_quotient(self, A: Any, data: st.DataObject) -> None:
        """Each entry of a batch is xᵀAx/xᵀx, up to rounding relative to |x|ᵀ|A||x|."""
        n = len(A)
        x = data.draw(arrays(float, (2, 3, n), elements=TAME))
        x[..., 0] = np.where(x.any(axis=-1), x[..., 0], 1.0)
        values = rayleigh(A, x)
        assert isinstance(values, np.ndarray)
        assert values.shape == (2, 3)
        for at in np.ndindex(2, 3):
            vector = [Fraction(entry) for entry in x[at]]
            terms = [vector[i] * Fraction(A[i, j]) * vector[j] for i in range(n) for j in range(n)]
            square = sum(entry * entry for entry in vector)
            error = abs(Fraction(values[at]) - sum(terms) / square)
            assert error <= Fraction((2 * n + 4) * EPS) * sum(map(abs, terms)) / square

    @given(SEEDS, st.sampled_from([-1000, -660, -300, 300, 660, 1000]))
    def test_length_does_not_matter(self, seed: int, exponent: int) -> None:
        """‖x‖ = 1e±200 and beyond gives the same bits; one x gives a float."""
        rng = np.random.default_rng(seed)
        A, x = rng.standard_normal((4, 4)), rng.standard_normal(4)
        value = rayleigh(A, np.ldexp(x, exponent))
        assert type(value) is float
        assert value == rayleigh(A, x)

    def test_extremes_and_the_lower_triangle(self) -> None:
        """Large matrices, one dimension, a matrix that is not symmetric."""
        assert rayleigh([[1e100]], [1e100]) == 1e100
        assert rayleigh([[3]], [-1e-200]) == 3
        assert rayleigh([[1, 10], [0, 1]], [1, -1]) == -4

    @pytest.mark.parametrize("x", [[0, 0], [[1, 0], [0, 0]], [1], [1, 2, 3], 1.0, [1, math.nan]])
    def test_bad_vectors(self, x: Any) -> None:
        """A zero vector has no quotient, not even as one of a batch."""
        with pytest.raises(ValueError, match=r"direction|wanted"):
            rayleigh(np.eye(2), x)


class TestMaxOnSphere:
    @given(arrays(float, (2, 2), elements=TAME))
    def test_closed_form_in_the_plane(self, A: Any) -> None:
        """Half the trace plus the hypotenuse."""
        value, x = max_on_sphere(A)
        (a, b), (c, d) = A
        radius = math.hypot((a - d) / 2, (b + c) / 2)
        assert abs(value - ((a + d) / 2 + radius)) <= 20 * EPS * np.abs(A).sum()
        assert abs(np.linalg.norm(x) - 1) <= 4 * EPS
        assert abs(x @ A @ x - value) <= 20 * EPS * np.abs(A).sum()

    @given(SEEDS, st.integers(1, 9))
    def test_is_taken_and_never_passed(self, seed: int, n: int) -> None:
        """xᵀAx is the value, and S x = value·x; random directions stay below."""
        rng = np.random.default_rng(seed)
        A = rng.standard_normal((n, n))
        value, x = max_on_sphere(A)
        assert type(value) is float
        assert np.allclose((A + A.T) / 2 @ x, value * x, rtol=0, atol=1e-12)
        quotients = rayleigh(A, rng.standard_normal((200, n)))
        assert (quotients <= value + 1e-12).all()

    @pytest.mark.parametrize(
        ("A", "wanted"),
        [
            (NILPOTENT, 0.5),
            (np.diag([1, -5]), 1),
            ([[1, 10], [0, 1]], 6),
            (-np.eye(3), -1),
            ([[-2]], -2),
            (np.zeros((2, 2)), 0),
            ([[0, 1e100], [0, 0]], 5e99),
        ],
    )
    def test_table(self, A: Any, wanted: float) -> None:
        """Neither an eigenvalue of A, nor σ₁, nor the eigenvalue that is largest in size."""
        assert max_on_sphere(A)[0] == pytest.approx(wanted, rel=1e-14, abs=1e-300)


class TestLambdaK:
    @given(SEEDS, st.lists(st.integers(-4, 4), min_size=1, max_size=7))
    def test_descending_with_multiplicity(self, seed: int, spectrum: list[int]) -> None:
        """λ₁ ≥ … ≥ λ_n as they were put in, ties and signs included."""
        S, _ = with_spectrum(np.random.default_rng(seed), np.array(spectrum, float))
        for k, wanted in enumerate(sorted(spectrum, reverse=True), start=1):
            value = lambda_k(S, k)
            assert type(value) is float
            assert abs(value - wanted) <= 1e-13

    def test_extremes(self) -> None:
        """One dimension; sizes of 1e±100; np.int64 is an integer."""
        assert lambda_k([[7]], 1) == 7
        for size in (1e-100, 1e100):
            assert lambda_k(np.diag([1, -3, 2]) * size, np.int64(2)) == pytest.approx(
                size, rel=1e-14
            )

    @pytest.mark.parametrize("k", [0, -1, 3, 1.5, None, "1"])
    def test_k_out_of_range(self, k: Any) -> None:
        """k is an integer in 1 … n."""
        with pytest.raises(ValueError, match="wanted"):
            lambda_k(np.eye(2), k)

    @pytest.mark.parametrize("size", [1e-50, 1.0])
    def test_needs_a_symmetric_matrix(self, size: float) -> None:
        """Relative to its size; nothing is symmetrised in silence."""
        with pytest.raises(ValueError, match="A is not symmetric, wanted A = Aᵀ"):
            lambda_k(size * np.array([[1, 2], [2.0001, 3]]), 1)


class TestSubspaceMin:
    @given(SEEDS, st.integers(1, 7), st.data())
    def test_generalised_eigenvalue(self, seed: int, n: int, data: st.DataObject) -> None:
        """The least eigenvalue of (BᵀSB, BᵀB), for any A; and at most λ_k."""
        k = data.draw(st.integers(1, n))
        rng = np.random.default_rng(seed)
        A, B = rng.standard_normal((n, n)), rng.standard_normal((n, k))
        if np.linalg.cond(B) > 1e3:
            return
        value = subspace_min(A, B)
        S = (A + A.T) / 2
        wanted = scipy.linalg.eigh(B.T @ S @ B, B.T @ B, eigvals_only=True)[0]
        assert type(value) is float
        assert abs(value - wanted) <= 1e-8
        assert value <= lambda_k(S, k) + 1e-12

    @given(SEEDS)
    def test_depends_on_the_space_alone(self, seed: int) -> None:
        """B, BR and B with columns of any length give the same."""
        rng = np.random.default_rng(seed)
        A, B = rng.standard_normal((6, 6)), np.linalg.qr(rng.standard_normal((6, 3)))[0]
        R = np.linalg.qr(rng.standard_normal((3, 3)))[0] * [1, 30, 900]
        value = subspace_min(A, B)
        assert subspace_min(A, B @ R) == pytest.approx(value, abs=1e-11)
        assert subspace_min(A, B * [1e-100, 1, 1e100]) == pytest.approx(value, abs=1e-13)

    @given(SEEDS, st.integers(1, 5))
    def test_courant_fischer(self, seed: int, k: int) -> None:
        """λ_k is reached on the span of the first k eigenvectors, and below it elsewhere."""
        rng = np.random.default_rng(seed)
        S, V = with_spectrum(rng, np.array([5.0, 3, 2, -1, -4]))
        top = V[:, :k] @ (np.eye(k) + np.triu(np.ones((k, k)), 1))
        assert subspace_min(S, top) == pytest.approx(lambda_k(S, k), abs=1e-12)
        if k < 5:
            assert subspace_min(S, rng.standard_normal((5, k))) < lambda_k(S, k)

    @pytest.mark.parametrize("size", [1e-90, 1.0, 1e90])
    @pytest.mark.parametrize(
        "B",
        [
            [[1, 2], [2, 4], [3, 6]],
            [[0], [0], [0]],
            [[1, 1e-13], [0, 0], [1, 1e-13]],
            np.ones((3, 4)),
            np.ones((2, 1)),
            [1, 2, 3],
        ],
    )
    def test_bad_bases(self, B: Any, size: float) -> None:
        """Dependent columns, more columns than rows, another height, no matrix."""
        with pytest.raises(ValueError, match="wanted"):
            subspace_min(np.eye(3), size * np.array(B))


class TestCupMinimum:
    @given(squares(st.integers(-3, 3), int), st.data())
    def test_exact_minimum(self, M: Any, data: st.DataObject) -> None:
        """The gradient vanishes and the value is that of x*, in exact arithmetic; A need not be
        symmetric.
        """
        n = len(M)
        K = np.triu(data.draw(arrays(int, (n, n), elements=st.integers(-3, 3))), 1)
        A = M.T @ M + np.eye(n, dtype=int) + K - K.T
        b = data.draw(arrays(int, n, elements=st.integers(-9, 9)))
        c = data.draw(st.integers(-9, 9))
        x, value = cup_minimum(A, b, c)
        assert type(value) is float
        gradient = (A + A.T) @ x + b
        assert np.abs(gradient).max() <= 1e-13 * (np.abs(A + A.T) @ np.abs(x) + np.abs(b)).max()
        point = [Fraction(float(entry)) for entry in x]
        there = sum(int(A[i, j]) * point[i] * point[j] for i in range(n) for j in range(n))
        there += sum(int(b[i]) * point[i] for i in range(n)) + c
        assert abs(Fraction(value) - there) <= Fraction(1e-12) * (1 + abs(c) + abs(there - c))
        assert value <= c + 1e-12

    def test_closed_forms(self) -> None:
        """The parabola, the default c, sizes far from 1."""
        x, value = cup_minimum([[2]], [8], 3)
        assert (x.tolist(), value) == ([-2], -5)
        x, value = cup_minimum([[1, 0], [2, 4]], [0, 0])
        assert (x.tolist(), value) == ([0, 0], 0)
        x, value = cup_minimum([[1e-100]], [1e50])
        assert (x[0], value) == pytest.approx((-5e149, -2.5e199))

    @pytest.mark.parametrize(
        "A", [[[1, 1], [1, 1]], -np.eye(2), np.diag([1, -1]), [[1, 10], [0, 1]], np.zeros((2, 2))]
    )
    def test_no_cup(self, A: Any) -> None:
        """Without positive definiteness there is no minimum, or not only one."""
        with pytest.raises(ValueError, match="wanted a positive definite form"):
            cup_minimum(A, [1, 1])

    @pytest.mark.parametrize(
        ("b", "c"),
        [([1], 0), ([1, 2, 3], 0), ([[1, 2]], 0), ([1, math.nan], 0), ([1, 1], math.inf)],
    )
    def test_bad_coefficients(self, b: Any, c: Any) -> None:
        """b fits A, c is a finite number."""
        with pytest.raises(ValueError, match="wanted"):
            cup_minimum(np.eye(2), b, c)


@pytest.mark.parametrize(
    "A", [[[1, 2, 3], [4, 5, 6]], [1, 2], np.ones((2, 2, 2)), 1.0, [[1, math.nan], [math.nan, 1]]]
)
def test_what_is_no_square_matrix_is_refused(A: Any) -> None:
    """By each function."""
    calls = (
        quad_coeffs,
        matrix_from_coeffs,
        max_on_sphere,
        lambda A: rayleigh(A, [1, 1]),
        lambda A: lambda_k(A, 1),
        lambda A: subspace_min(A, np.eye(2)),
        lambda A: cup_minimum(A, [1, 1]),
    )
    for call in calls:
        with pytest.raises(ValueError, match="wanted"):
            call(A)


def test_arguments_are_never_changed_nor_returned() -> None:
    """Read-only, strided arrays work, and no result is a view of one."""
    A = np.array([[2.0, 0], [0, 2]]).repeat(2, axis=0)[::2].T
    b = np.array([1.0, 9, 2])[::2]
    for array in (A, b):
        array.setflags(write=False)
    results = [
        quad_coeffs(A),
        matrix_from_coeffs(A),
        max_on_sphere(A)[1],
        cup_minimum(A, b)[0],
        np.array([rayleigh(A, b), lambda_k(A, 1), subspace_min(A, A)]),
    ]
    assert not any(np.shares_memory(result, array) for result in results for array in (A, b))
    assert all(result.flags.writeable for result in results)
