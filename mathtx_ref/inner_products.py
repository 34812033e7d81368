"""Types of bilinear forms, inner products, and the geometry that an inner product defines.

Lecture: "Some types of bilinear forms" and "Inner Product".

Glossary of shapes:
- n: dimension of the space; k: number of vectors, k ≤ n.
- A: [n, n] the matrix of a form ⟨u, v⟩ = uᵀAv; S = (A + Aᵀ)/2 its symmetric part.
- u, v: [n]; V, Q: [n, k], vectors in the columns.

Arguments are array-like, are read as float64 and never changed. ValueError: A not square, another
wrong ndim or shape (a vector of length 1 is not stretched), NaN or inf, no real numbers.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref._arguments import directions, non_negative
from mathtx_ref._linear_algebra import independent_columns, symmetric_part
from mathtx_ref.inputs import FloatArray, square_matrix, vector

_EPS = float(np.finfo(np.float64).eps)


def sym_antisym(A: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """(S, K) = ((A + Aᵀ)/2, (A − Aᵀ)/2): the only split A = S + K with Sᵀ = S and Kᵀ = −K.

    xᵀKx = 0 for all x, so xᵀAx = xᵀSx.

    Shapes: A [n, n] → [n, n], [n, n].
    Errors: ValueError as in the module's docstring.
    Cost: O(n²). S and K are symmetric and antisymmetric to the last bit.
    Source: "Some types of bilinear forms"; the split is what a symmetric form is measured by.
    """
    A = square_matrix(A, "A")
    return symmetric_part(A), A / 2 - A.T / 2


def is_symmetric(A: ArrayLike, rtol: float = 1e-12) -> bool:
    """Whether ⟨u, v⟩ = ⟨v, u⟩ up to rounding: ‖A − Aᵀ‖_F ≤ rtol·‖A‖_F. Zero is symmetric.

    The bound is relative: 1e-10·[[1, 2], [3, 4]] is no more symmetric than [[1, 2], [3, 4]].

    Shapes: A [n, n] → bool.
    Errors: ValueError as in the module's docstring, and for rtol negative or not finite.
    Cost: O(n²).
    Source: "if ⟨w, v⟩ = ⟨v, w⟩, the bilinear form is symmetric".
    """
    A = square_matrix(A, "A")
    rtol = non_negative(rtol, "rtol")
    return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))


def definiteness(A: ArrayLike, rtol: float | None = None) -> str:
    """The sign behaviour of x ↦ xᵀAx, read from the eigenvalues of S = (A + Aᵀ)/2.

    One of "positive definite" (all > 0), "positive semidefinite" (all ≥ 0, some 0), "negative
    definite", "negative semidefinite", "indefinite" (both signs), "zero" (S = 0).

    An eigenvalue counts as 0 when |λ| ≤ tol = n·eps·‖S‖₂, or rtol·‖S‖₂ where rtol is given: that is
    the size of eigvalsh's own error (Weyl's inequality for a backward stable method), relative to S
    and not to A, whose antisymmetric part xᵀAx does not see. The eigenvalues of A itself decide
    nothing: [[1, 10], [0, 1]] has 1 and 1, and (1, −1) gives −8.

    Shapes: A [n, n] → str.
    Errors: ValueError as in the module's docstring, and for rtol negative or not finite.
    Cost: O(n³).
    Source: "if ⟨v, v⟩ > 0 for all v [≠ 0], the bilinear form is positive definite".
    """
    S = symmetric_part(square_matrix(A, "A"))
    relative = S.shape[0] * _EPS if rtol is None else non_negative(rtol, "rtol")
    eigenvalues = np.linalg.eigvalsh(S)
    tol = relative * np.abs(eigenvalues).max()
    positive = int((eigenvalues > tol).sum())
    negative = int((eigenvalues < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == S.shape[0] else f"{sign} semidefinite"


def is_inner_product(A: ArrayLike) -> bool:
    """Whether ⟨u, v⟩ = uᵀAv is an inner product: symmetric and positive definite.

    Positive definite alone is not enough: [[1, −10], [10, 1]] has S = I and is not symmetric.

    Shapes: A [n, n] → bool.
    Errors: ValueError as in the module's docstring: no square matrix is no form, not a bad form.
    Cost: O(n³).
    Source: "an inner product is a symmetric, positive definite bilinear form".
    """
    return is_symmetric(A) and definiteness(A) == "positive definite"


def angle(A: ArrayLike, u: ArrayLike, v: ArrayLike) -> float:
    """The angle θ ∈ [0, π] with cos θ = ⟨u, v⟩/(‖u‖‖v‖) in the inner product uᵀAv.

    With A = LLᵀ the map x ↦ Lᵀx makes it Euclidean. There, for unit vectors û and v̂,
    θ = 2·atan2(‖û − v̂‖, ‖û + v̂‖) (Kahan): absolute error of some n·eps·√cond(A) at every angle. The
    arccosine of a cosine near ±1 keeps half the digits: it makes 0 of 1e-9.

    Shapes: A [n, n], u [n], v [n] → float.
    Errors: ValueError as in the module's docstring, for A no inner product and a zero vector.
    Cost: O(n³).
    Source: "Note that xᵀy is not THE inner product anymore, just a specific instance".
    """
    A = square_matrix(A, "A")
    n = A.shape[0]
    pair = directions([vector(u, "u", n), vector(v, "v", n)], "u or v")  # [2, n]
    images = pair @ _cholesky(A)  # [2, n]: rows (Lᵀu)ᵀ and (Lᵀv)ᵀ
    left, right = images / np.linalg.norm(images, axis=1, keepdims=True)
    return 2 * math.atan2(float(np.linalg.norm(left - right)), float(np.linalg.norm(left + right)))


def a_orthonormalise(A: ArrayLike, V: ArrayLike) -> FloatArray:
    """Q with QᵀAQ = I, span of the first j columns as V's for every j, QᵀAV's diagonal positive.

    This is Gram–Schmidt in the inner product uᵀAv, and unique. Computed as A = LLᵀ and the
    QR decomposition LᵀV = Q'R with r_jj > 0, then Q = L⁻ᵀQ': QᵀAQ = Q'ᵀQ' and QᵀAV = R.

    Shapes: A [n, n], V [n, k] → [n, k].
    Errors: ValueError as in the module's docstring, for A no inner product, k > n, and dependent
    columns: scaled to length 1, their smallest singular value is ≤ 1e-12 times the largest.
    Cost: O(n³ + n²k).
    Source: "every inner product defines a norm", and with it orthonormal bases of its own.
    """
    A = square_matrix(A, "A")
    V = independent_columns(V, "V", A.shape[0])  # lengths do not matter to Q
    L = _cholesky(A)
    Q, R = np.linalg.qr(L.T @ V)  # [n, k], [k, k]
    signs = np.where(np.diag(R) < 0, -1.0, 1.0)
    return np.asarray(np.linalg.solve(L.T, Q * signs), np.float64)


def _cholesky(A: FloatArray) -> FloatArray:
    """L with A = LLᵀ, of an inner product; ValueError where A is none."""
    if not is_inner_product(A):
        raise ValueError("A is no inner product, wanted a symmetric positive definite matrix")
    # Of S, as numpy's cholesky reads the lower triangle and A is symmetric only up to rounding.
    return np.asarray(np.linalg.cholesky(symmetric_part(A)), np.float64)
