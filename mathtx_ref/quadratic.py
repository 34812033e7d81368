"""Quadratic forms, their extreme values on the sphere, and Courant–Fischer.

Lecture: "Quadratic forms".

Glossary of shapes:
- n: number of variables; k: number of an eigenvalue from 1, or dimension of a subspace.
- A: [n, n] a matrix of the form Q(x) = xᵀAx; S = (A + Aᵀ)/2 its only symmetric one.
- C: [n, n] upper triangular, the coefficients of Q as a polynomial: c_ij of x_i x_j for i ≤ j.
- x: [n]; B: [n, k], a basis of a subspace in the columns.
- λ₁ ≥ … ≥ λ_n: the eigenvalues of S, descending.

Arguments are array-like, are read as float64 and never changed. ValueError: A not square, another
wrong ndim or shape (a vector of length 1 is not stretched), NaN or inf, no real numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref._arguments import directions, number
from mathtx_ref._linear_algebra import independent_columns, symmetric_part
from mathtx_ref.inner_products import definiteness, is_symmetric
from mathtx_ref.inputs import FloatArray, integer, square_matrix, vector, vectors


def quad_coeffs(A: ArrayLike) -> FloatArray:
    """The coefficients of Q(x) = xᵀAx = Σ_{i≤j} c_ij x_i x_j: c_ii = a_ii, c_ij = a_ij + a_ji.

    Shapes: A [n, n] → [n, n], zero below the diagonal.
    Errors: ValueError as in the module's docstring.
    Cost: O(n²).
    Source: "the coefficient of any term, say x_i x_j, is stored in position (i, j) of A", which
    holds for i = j only: A = [[1, 5], [1, 3]] gives 6 x₁x₂.
    """
    A = square_matrix(A, "A")
    return np.triu(A + A.T, 1) + np.diag(np.diag(A))


def matrix_from_coeffs(C: ArrayLike) -> FloatArray:
    """The symmetric S with xᵀSx = Σ_{i≤j} c_ij x_i x_j: s_ii = c_ii, s_ij = s_ji = c_ij/2.

    Shapes: C [n, n], of which only the diagonal and what is above counts → [n, n].
    Errors: ValueError as in the module's docstring; NaN and inf are refused below the diagonal too.
    Cost: O(n²).
    Source: "Quadratic forms": many A give one Q, exactly one of them is symmetric.
    """
    return symmetric_part(np.triu(square_matrix(C, "C")))


def rayleigh(A: ArrayLike, x: ArrayLike) -> float | FloatArray:
    """The Rayleigh quotient xᵀAx / xᵀx, the value of the form in the direction of x.

    Each x is first scaled by a power of two: lengths of 1e±200 are no trouble.

    Shapes: A [n, n], x [..., n] → float, or [...] where a batch is given.
    Errors: ValueError as in the module's docstring, and for a zero vector.
    Cost: O(n²) for each x; rounding error ≤ some n·eps·|x|ᵀ|A||x|/xᵀx.
    Source: max_{‖x‖=1} xᵀAx, without the constraint.
    """
    A = square_matrix(A, "A")
    x = directions(vectors(x, "x", A.shape[0]), "x")
    values = np.einsum("...i,...i->...", x @ A, x) / np.einsum("...i,...i->...", x, x)
    return float(values) if values.ndim == 0 else values


def max_on_sphere(A: ArrayLike) -> tuple[float, FloatArray]:
    """(max, x): the largest xᵀAx over unit x, and a unit x where it is taken; any square A.

    It is λ₁(S), at its eigenvector. Neither A's eigenvalues nor its singular values will do:
    [[0, 1], [0, 0]] has eigenvalues 0, σ₁ = 1 and the maximum ½.

    Shapes: A [n, n] → float, [n]; x is free up to sign, and more where λ₁ is multiple.
    Errors: ValueError as in the module's docstring.
    Cost: O(n³).
    Source: "max_{‖x‖=1} xᵀAx = λ₁" (Rayleigh–Ritz, the case k = 1 of Courant–Fischer).
    """
    eigenvalues, vectors_ = np.linalg.eigh(symmetric_part(square_matrix(A, "A")))
    return float(eigenvalues[-1]), vectors_[:, -1].copy()


def lambda_k(A: ArrayLike, k: int) -> float:
    """λ_k, the k-th largest eigenvalue of a symmetric A; k counts from 1, ties count each.

    Shapes: A [n, n] → float.
    Errors: ValueError as in the module's docstring, for A not symmetric (as in `is_symmetric`), and
    for k no integer in 1 … n.
    Cost: O(n³); absolute error ≤ some n·eps·‖A‖₂.
    Source: Courant–Fischer: λ_k = max_{dim V = k} min_{x ∈ V, ‖x‖ = 1} xᵀAx.
    """
    A = square_matrix(A, "A")
    n = A.shape[0]
    k = integer(k, "k", 1)
    if k > n:
        raise ValueError(f"k is {k}, wanted an integer in 1 … {n}")
    if not is_symmetric(A):
        raise ValueError("A is not symmetric, wanted A = Aᵀ")
    return float(np.linalg.eigvalsh(symmetric_part(A))[n - k])  # eigvalsh ascends


def subspace_min(A: ArrayLike, B: ArrayLike) -> float:
    """The least xᵀAx over the unit x in the column space of B; at most λ_k(S) (Courant–Fischer).

    With an orthonormal basis Q of that space, x = Qz and ‖x‖ = ‖z‖: it is the least eigenvalue of
    QᵀSQ. It depends on the space alone, B and BR give the same for invertible R.

    Shapes: A [n, n], B [n, k] → float.
    Errors: ValueError as in the module's docstring, for k > n, and for dependent columns: scaled to
    length 1, their smallest singular value is ≤ 1e-12 times the largest.
    Cost: O(n²k).
    Source: Courant–Fischer, the inner minimum.
    """
    A = square_matrix(A, "A")
    Q, _ = np.linalg.qr(independent_columns(B, "B", A.shape[0]))  # [n, k]
    return float(np.linalg.eigvalsh(symmetric_part(Q.T @ symmetric_part(A) @ Q))[0])


def cup_minimum(A: ArrayLike, b: ArrayLike, c: float = 0.0) -> tuple[FloatArray, float]:
    """(x*, value): where q(x) = xᵀAx + bᵀx + c is least, and its value there.

    The gradient 2Sx + b vanishes at x* = −½S⁻¹b, and the value is c − ¼bᵀS⁻¹b = c + ½bᵀx*.

    Shapes: A [n, n], b [n], c a number → [n], float.
    Errors: ValueError as in the module's docstring, and for A not positive definite (as in
    `definiteness`): there is no minimum, or not only one.
    Cost: O(n³); relative error of x* ≤ some n·eps·cond(S).
    Source: "a positive definite quadratic form will always have a point of minimum value".
    """
    A = square_matrix(A, "A")
    b = vector(b, "b", A.shape[0])
    c = number(c, "c")
    if (kind := definiteness(A)) != "positive definite":
        raise ValueError(f"A is {kind}, wanted a positive definite form")
    x = np.asarray(np.linalg.solve(symmetric_part(A), b / -2), np.float64)
    return x, c + float(b @ x) / 2
