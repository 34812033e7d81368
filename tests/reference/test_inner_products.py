"""Types of forms and inner products against exact arithmetic and their defining properties."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.inner_products import (
    a_orthonormalise,
    angle,
    definiteness,
    is_inner_product,
    is_symmetric,
    sym_antisym,
)

EPS = float(np.finfo(float).eps)
SIZES = st.just(0.0) | st.floats(1e-100, 1e100) | st.floats(-1e100, -1e-100)
SEEDS = st.integers(0, 2**32 - 1)
JORDAN = [[1, 10], [0, 1]]  # eigenvalues 1 and 1, symmetric part −4 and 6
TURN = [[1, -10], [10, 1]]  # eigenvalues 1 ± 10i, symmetric part I


def squares(elements: st.SearchStrategy[Any], dtype: Any = float) -> st.SearchStrategy[Any]:
    return st.integers(1, 5).flatmap(lambda n: arrays(dtype, (n, n), elements=elements))


def inner_product(rng: np.random.Generator, n: int, condition: float = 50.0) -> Any:
    """A random symmetric positive definite matrix with this condition number."""
    V, _ = np.linalg.qr(rng.standard_normal((n, n)))
    A = V * np.geomspace(1, condition, n) @ V.T
    return (A + A.T) / 2


def exact_signs(A: Any) -> tuple[int, int]:
    """Numbers of positive and negative eigenvalues of A + Aᵀ, for integers: no floating point.

    The characteristic polynomial comes from Faddeev and LeVerrier's recursion in fractions. All its
    roots are real, so Descartes' rule counts those of each sign exactly.
    """
    n = len(A)
    S = [[Fraction(int(A[i][j]) + int(A[j][i])) for j in range(n)] for i in range(n)]
    coefficients, M = [Fraction(1)], [[Fraction(0)] * n for _ in range(n)]
    for k in range(1, n + 1):
        M = [
            [
                sum((S[i][p] * M[p][j] for p in range(n)), Fraction(0))
                + (coefficients[-1] if i == j else 0)
                for j in range(n)
            ]
            for i in range(n)
        ]
        trace = sum((S[i][p] * M[p][i] for i in range(n) for p in range(n)), Fraction(0))
        coefficients.append(-trace / k)

    def changes(values: list[Fraction]) -> int:
        signs = [value > 0 for value in values if value]
        return sum(a != b for a, b in pairwise(signs))

    mirrored = [c if i % 2 == 0 else -c for i, c in enumerate(coefficients)]
    return changes(coefficients), changes(mirrored)


def kind(positive: int, negative: int, n: int) -> str:
    if positive and negative:
        return "indefinite"
    if positive or negative:
        strict = "definite" if positive + negative == n else "semidefinite"
        return ("positive " if positive else "negative ") + strict
    return "zero"


class TestSymAntisym:
    @given(squares(SIZES))
    def test_splits_into_symmetric_and_antisymmetric(self, A: Any) -> None:
        """S = Sᵀ and K = −Kᵀ to the last bit, S + K = A up to rounding."""
        S, K = sym_antisym(A)
        assert (S == S.T).all()
        assert (K == -K.T).all()
        assert (abs(S + K - A) <= 2 * EPS * (abs(A) + abs(A.T))).all()

    def test_example(self) -> None:
        """Small integers are split exactly."""
        S, K = sym_antisym([[1, 5], [1, 3]])
        assert S.tolist() == [[1, 3], [3, 3]]
        assert K.tolist() == [[0, 2], [-2, 0]]


class TestIsSymmetric:
    @pytest.mark.parametrize("scale", [1e-100, 1e-10, 1.0, 1e100])
    def test_is_relative(self, scale: float) -> None:
        """The size of the matrix does not matter."""
        A = np.array([[1.0, 2], [2, 4]]) * scale
        assert is_symmetric(A)
        assert not is_symmetric(scale * np.array([[1.0, 2], [3, 4]]))
        A[0, 1] = np.nextafter(A[0, 1], np.inf)
        assert is_symmetric(A)
        assert not is_symmetric(A, rtol=0)

    def test_bound_is_the_frobenius_norm(self) -> None:
        """‖A − Aᵀ‖_F ≤ rtol·‖A‖_F decides, in the whole matrix."""
        A = np.eye(3)
        A[2, 1] = 1e-3
        exact = math.sqrt(2) * 1e-3 / math.sqrt(3 + 1e-6)
        assert is_symmetric(A, rtol=exact * (1 + 1e-9))
        assert not is_symmetric(A, rtol=exact * (1 - 1e-9))

    def test_plain_cases(self) -> None:
        """Zero and numbers are symmetric; a real spectrum is not enough."""
        assert is_symmetric(np.zeros((3, 3))) is True
        assert is_symmetric([[-2]])
        assert not is_symmetric(JORDAN)
        assert not is_symmetric([[0, 1], [-1, 0]])


class TestDefiniteness:
    @given(squares(st.integers(-3, 3), int), st.booleans())
    def test_exact_inertia(self, A: Any, gram: bool) -> None:
        """The answer is that of exact arithmetic, for integer matrices symmetric or not."""
        if gram:
            A = A.T @ A
        assert definiteness(A) == kind(*exact_signs(A), len(A))
        assert definiteness(-A) == kind(*exact_signs(-A), len(A))

    @given(squares(st.integers(-3, 3), int), st.integers(-90, 90), SEEDS)
    def test_size_and_antisymmetric_part_do_not_matter(self, A: Any, size: int, seed: int) -> None:
        """x ↦ xᵀAx keeps its kind under positive factors and when Kᵀ = −K is added to A."""
        K = np.triu(np.random.default_rng(seed).integers(-9, 9, A.shape), 1)
        assert definiteness((A + K - K.T) * 10.0**size) == definiteness(A)

    @pytest.mark.parametrize("seed", range(40))
    def test_rank_deficient_gram_matrices(self, seed: int) -> None:
        """A Gram matrix of rank 19 is only semidefinite, whatever rounding makes of its 0."""
        B = np.random.default_rng(seed).standard_normal((20, 19))
        assert definiteness(B @ B.T) == "positive semidefinite"
        assert definiteness(-B @ B.T) == "negative semidefinite"
        assert definiteness(B.T @ B) == "positive definite"

    @pytest.mark.parametrize(
        ("A", "wanted"),
        [
            (JORDAN, "indefinite"),
            (TURN, "positive definite"),
            ([[1, 1e16], [-1e16, 1]], "positive definite"),
            ([[0, 1], [0, 0]], "indefinite"),
            ([[0, 1], [-1, 0]], "zero"),
            (1e-12 * np.eye(3), "positive definite"),
            ([[1, 100], [0, 1]], "indefinite"),
            (np.diag([1, 1, -1e-3]), "indefinite"),
            (np.diag([-1, -1]), "negative definite"),
            (np.diag([1, 1e-9]), "positive definite"),
            (np.diag([-1.0, 0]), "negative semidefinite"),
            ([[-7]], "negative definite"),
            (np.zeros((2, 2)), "zero"),
        ],
    )
    def test_table(self, A: Any, wanted: str) -> None:
        """Matrices whose own eigenvalues, diagonal, determinant or Cholesky factor mislead."""
        assert definiteness(A) == wanted

    def test_rtol(self) -> None:
        """What is below rtol·‖S‖₂ counts as 0."""
        assert definiteness(np.diag([1, 1e-9]), rtol=1e-8) == "positive semidefinite"
        assert definiteness(np.diag([1, -1e-9]), rtol=1e-8) == "positive semidefinite"
        assert definiteness(np.diag([1, 1e-20]), rtol=0) == "positive definite"


def test_is_inner_product() -> None:
    """Symmetric and positive definite, both."""
    assert is_inner_product([[2, -1], [-1, 2]]) is True
    assert is_inner_product([[1e-100]])
    for A in (TURN, JORDAN, [[1, 1], [1, 1]], -np.eye(2), [[0]], [[1, 2], [2, 1]]):
        assert is_inner_product(A) is False


class TestAngle:
    @given(SEEDS, st.integers(1, 8), st.sampled_from([1.0, 0.1, 1e-5, 1e-9, 1e-13, 0.0]))
    @settings(max_examples=60)
    def test_absolute_error(self, seed: int, n: int, gap: float) -> None:
        """Within 1e-12 of arithmetic with 60 digits, near 0 and near π too, up to cond(A) = 100."""
        rng = np.random.default_rng(seed)
        A = inner_product(rng, n, 99.0)
        u = rng.standard_normal(n)
        v = u + gap * rng.standard_normal(n)
        v *= rng.choice([-1.0, 1.0]) * 10.0 ** rng.integers(-99, 99)
        with mpmath.workdps(60):
            a, p, q = (
                mpmath.matrix(A.tolist()),
                mpmath.matrix(u.tolist()),
                mpmath.matrix(v.tolist()),
            )
            dot, pp, qq = (p.T * a * q)[0], (p.T * a * p)[0], (q.T * a * q)[0]
            sine = mpmath.sqrt(max(pp * qq - dot * dot, 0))
            wanted = float(mpmath.atan2(sine, dot))
        assert abs(angle(A, u, v) - wanted) <= 1e-12

    def test_closed_forms(self) -> None:
        """Angles that are known, in A = I and in another inner product."""
        A = [[2, 1], [1, 2]]
        assert angle(np.eye(2), [1, 0], [0, 3]) == pytest.approx(math.pi / 2, abs=1e-15)
        assert angle(A, [1, 0], [0, 1]) == pytest.approx(math.pi / 3, abs=1e-15)
        assert angle(A, [1, -1], [1, 1]) == pytest.approx(math.pi / 2, abs=1e-15)
        assert angle([[5]], [2], [-1]) == math.pi
        assert angle(np.eye(2), [1, 1e-9], [1, 0]) == pytest.approx(1e-9, rel=1e-6)
        for size in (1e-100, 1e100):
            big = angle(np.array(A) * size, [size, 0], [0, size])
            assert big == pytest.approx(math.pi / 3, abs=1e-14)

    @pytest.mark.parametrize("A", [TURN, [[1, 1], [1, 1]], [[1, 2], [2, 1]], -np.eye(2)])
    def test_needs_an_inner_product(self, A: Any) -> None:
        """No angle without a norm."""
        with pytest.raises(ValueError, match="A is no inner product"):
            angle(A, [1, 0], [0, 1])


class TestAOrthonormalise:
    @given(SEEDS, st.integers(1, 7), st.data())
    def test_defining_properties(self, seed: int, n: int, data: st.DataObject) -> None:
        """QᵀAQ = I and V = QR, R upper triangular with positive diagonal: only one Q does it."""
        k = data.draw(st.integers(1, n))
        rng = np.random.default_rng(seed)
        A = inner_product(rng, n)
        V, _ = np.linalg.qr(rng.standard_normal((n, k)))
        V = V @ np.triu(np.eye(k) + 0.3 * rng.standard_normal((k, k)) * (1 - np.eye(k)))
        V *= 10.0 ** rng.integers(-90, 90, k)  # lengths do not matter
        Q = a_orthonormalise(A, V)
        assert Q.shape == (n, k)
        assert np.allclose(Q.T @ A @ Q, np.eye(k), rtol=0, atol=1e-11)
        R = Q.T @ A @ V / np.linalg.norm(V, axis=0)
        assert np.allclose(np.tril(R, -1), 0, rtol=0, atol=1e-11)
        assert (np.diag(R) > 0).all()
        assert np.allclose(Q @ R, V / np.linalg.norm(V, axis=0), rtol=0, atol=1e-11)

    def test_closed_form(self) -> None:
        """In the plane: e₁/√a₁₁, then what is left of e₂."""
        Q = a_orthonormalise([[4, 2], [2, 2]], np.eye(2))
        assert np.allclose(Q, [[0.5, -0.5], [0, 1]], rtol=0, atol=1e-15)

    @pytest.mark.parametrize("size", [1e-90, 1.0, 1e90])
    @pytest.mark.parametrize(
        "V", [[[1, 2], [2, 4], [3, 6]], [[0], [0], [0]], [[1, 0], [0, 0], [1, 0]], np.ones((3, 3))]
    )
    def test_dependent_columns_are_refused(self, V: Any, size: float) -> None:
        """Rank is decided relative to the size of V."""
        with pytest.raises(ValueError, match="V has dependent columns"):
            a_orthonormalise(np.diag([1, 2, 3]), size * np.array(V))

    @pytest.mark.parametrize("seed", range(20))
    def test_rounded_dependence_is_refused(self, seed: int) -> None:
        """A product of rank 3 has no four independent columns, though rounding says so."""
        rng = np.random.default_rng(seed)
        V = rng.standard_normal((6, 3)) @ rng.standard_normal((3, 4))
        with pytest.raises(ValueError, match="V has dependent columns"):
            a_orthonormalise(inner_product(rng, 6), V)


@pytest.mark.parametrize(
    "A",
    [
        pytest.param([[1, 2, 3], [4, 5, 6]], id="not square"),
        pytest.param([1, 2], id="one axis"),
        pytest.param(np.ones((2, 2, 2)), id="three axes"),
        pytest.param(1.0, id="a number"),
        pytest.param([[1, math.nan], [0, 1]], id="NaN"),
        pytest.param([[1, 0], [0, math.inf]], id="inf"),
        pytest.param([[1, 1j], [-1j, 1]], id="complex"),
    ],
)
def test_what_is_no_square_matrix_is_refused(A: Any) -> None:
    """By each function: no square matrix is not a form that has bad properties."""
    calls = (
        sym_antisym,
        is_symmetric,
        definiteness,
        is_inner_product,
        lambda A: angle(A, [1, 0], [0, 1]),
        lambda A: a_orthonormalise(A, np.eye(2)),
    )
    for call in calls:
        with pytest.raises(ValueError, match="wanted"):
            call(A)


def test_messages_say_what_was_found_and_wanted() -> None:
    """One line with the argument's name."""
    plane = np.eye(2)
    cases = {
        "u has shape (1,), wanted (2,)": lambda: angle(plane, [1], [1, 0]),
        "v has shape (3,), wanted (2,)": lambda: angle(plane, [1, 0], [1, 0, 0]),
        "v holds NaN or inf, wanted finite numbers": lambda: angle(plane, [1, 0], [math.nan, 0]),
        "u or v is or holds a zero vector, which has no direction": lambda: angle(
            plane, [1, 0], [0, 0]
        ),
        "rtol is -1.0, wanted a number ≥ 0": lambda: definiteness(plane, -1),
        "rtol is nan, wanted a finite number": lambda: is_symmetric(plane, math.nan),
        "V has shape (3, 1), wanted (2, k)": lambda: a_orthonormalise(plane, np.ones((3, 1))),
        "V has shape (2, 3), wanted at most 2 columns": lambda: a_orthonormalise(
            plane, np.ones((2, 3))
        ),
        "V has shape (2,), wanted a matrix (m, n) with m, n ≥ 1": lambda: a_orthonormalise(
            plane, [1, 2]
        ),
        "A is no inner product, wanted a symmetric positive definite matrix": lambda: (
            a_orthonormalise(TURN, plane)
        ),
    }
    for message, call in cases.items():
        with pytest.raises(ValueError, match=r"wanted|direction") as caught:
            call()
        assert str(caught.value) == message


def test_arguments_are_never_changed_nor_returned() -> None:
    """Read-only, strided arrays work, and no result is a view of one."""
    A = np.array([[2.0, 1], [1, 2]]).repeat(2, axis=0)[::2].T
    u, V = np.array([1.0, 9, 2])[::2], np.array([[1.0, 0], [0, 1]])
    for array in (A, u, V):
        array.setflags(write=False)
    results = [*sym_antisym(A), *sym_antisym(V), a_orthonormalise(A, V), a_orthonormalise(V, V)]
    angle(A, u, u)
    assert not any(np.shares_memory(result, array) for result in results for array in (A, u, V))
