"""Bilinear forms and their matrices.

Lecture: "Definition of bilinear form" and "Matrix interpretation of bilinear form".

Glossary of shapes:
- m, n: dimensions of the left and of the right space; m = n where both are one space V.
- A: [m, n] the matrix of the form f in the standard bases, a_ij = f(e_i, e_j).
- x: [m], y: [n], or batches of them [..., m], [..., n] whose leading axes broadcast.

Arguments are array-like, are read as float64 and never changed. ValueError: a wrong ndim or shape
(a vector of length 1 is not stretched), NaN or inf, entries that are no real numbers, a dimension
that is no integer or less than 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref.inputs import (
    FloatArray,
    integer,
    matrix,
    scalar,
    square_matrix,
    vector,
    vectors,
)

Form = Callable[[FloatArray, FloatArray], Any]

_SCALES = (1.0, 1e-2, 1e4, 1e2)
_SIGNS = ((1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0))


def bilinear(A: ArrayLike, x: ArrayLike, y: ArrayLike) -> float | FloatArray:
    """f(x, y) = xᵀAy = Σ_ij a_ij x_i y_j for each pair of a batch.

    Shapes: A [m, n], x [..., m], y [..., n] → float, or [...] where a batch is given.
    Errors: ValueError as in the module's docstring, and for batches that do not broadcast.
    Cost: O(mn) for each x, O(n) for each pair; rounding error ≤ (m+n)·eps·|x|ᵀ|A||y|.
    Source: "Matrix interpretation of bilinear form", the element representation.
    """
    A = matrix(A, "A")
    m, n = A.shape
    x = vectors(x, "x", m)
    y = vectors(y, "y", n)
    try:
        np.broadcast_shapes(x.shape[:-1], y.shape[:-1])
    except ValueError:
        raise ValueError(
            f"x and y have batches {x.shape[:-1]} and {y.shape[:-1]}, wanted ones that broadcast"
        ) from None
    # Two steps: one contraction of all three would cost O(mn) for each pair.
    values = np.einsum("...j,...j->...", x @ A, y)
    return float(values) if values.ndim == 0 else values


def bilinear_terms(A: ArrayLike, x: ArrayLike, y: ArrayLike) -> FloatArray:
    """The terms T_ij = a_ij x_i y_j, whose sum is xᵀAy.

    Shapes: A [m, n], x [m], y [n] → [m, n].
    Errors: ValueError as in the module's docstring; batches are refused.
    Cost: O(mn).
    Source: "Matrix interpretation of bilinear form": a₁₁x₁y₁ + a₁₂x₁y₂ + a₂₁x₂y₁ + a₂₂x₂y₂.
    """
    A = matrix(A, "A")
    m, n = A.shape
    x = vector(x, "x", m)
    y = vector(y, "y", n)
    return A * (x[:, np.newaxis] * y)  # [m, n]: x runs down the rows, y along the columns


def matrix_of_form(f: Form, m: int, n: int | None = None) -> FloatArray:
    """The matrix of f in the standard bases, a_ij = f(e_i, e_j); the only A with f(x, y) = xᵀAy.

    f is called with new, writable float64 arrays each time: it may overwrite them.

    Shapes: f takes [m] and [n] (n = m when None) and returns a scalar → [m, n].
    Errors: ValueError when f returns no scalar, NaN or inf, and for m or n as in the module's
    docstring; what f raises passes through.
    Cost: m·n calls of f.
    Source: "Matrix interpretation of bilinear form"; it needs finite dimension and a fixed basis.
    """
    A = _values_on_basis(f, *_dimensions(m, n))
    if not np.isfinite(A).all():
        i, j = np.argwhere(~np.isfinite(A))[0]
        raise ValueError(f"f(e_{i + 1}, e_{j + 1}) is {A[i, j]}, wanted a finite number")
    return A


def is_bilinear(
    f: Form,
    m: int,
    n: int | None = None,
    *,
    rtol: float = 1e-8,
    trials: int = 20,
    rng: np.random.Generator | None = None,
) -> bool:
    """Whether f is linear in each argument: f(x, y) = xᵀAy with a_ij = f(e_i, e_j), for all x, y.

    f is a deterministic black box in float64; it gets new, writable arrays at each call. A form is
    fixed by its values on a basis, so these are read first; then each trial draws Gaussian x and y,
    at sizes from 1e-2 to 1e4 in turn, and compares with all four signs (±x, ±y).
    - For polynomial f one generic point decides: a polynomial that is not zero vanishes only on a
      null set (Schwartz–Zippel).
    - The signs find |f|, max(f, g) and relu, and surely so, also when m = n = 1; the sizes find
      clipping (large) and constant or one-sided linear parts (small).

    Tolerance: |f(x, y) − xᵀAy| ≤ rtol·|x|ᵀ|A||y|. Both sides are sums of the terms a_ij x_i y_j;
    rounding errs by at most about (m+n)·eps·Σ|a_ij x_i y_j| in any order of summation (Higham,
    Accuracy and Stability of Numerical Algorithms, section 3.1), however much the terms cancel.
    So a form passes at rtol = 1e-8 up to dimensions of 1e6, and as the bound is homogeneous in f,
    x and y, 1e-12·f is judged as 1e9·f is; an absolute tolerance would accept 1e-12·|f|. For A = 0
    the bound is 0: any other value is a deviation.
    Not found: deviations below rtol, on a null set, or only at sizes outside 1e-2 … 1e4.

    Shapes: f takes [m] and [n] (n = m when None) and returns a scalar → bool. NaN or inf ⇒ False.
    Errors: ValueError when f returns no scalar, for m, n or trials < 1 or no integer, for rtol
    negative or not finite; what f raises passes through. rng None: a fixed seed.
    Cost: m·n + 4·trials calls of f, O(mn) besides for each.
    Source: "What does linear with respect to x and y mean?"
    """
    m, n = _dimensions(m, n)
    trials = integer(trials, "trials", 1)
    if not (math.isfinite(rtol) and rtol >= 0):
        raise ValueError(f"rtol is {rtol}, wanted a finite number ≥ 0")
    rng = np.random.default_rng(0 if rng is None else rng)
    A = _values_on_basis(f, m, n)
    if not np.isfinite(A).all():
        return False
    for trial in range(trials):
        # Equal sizes first, then all other pairs: every pair within 16 trials.
        x = _SCALES[trial % 4] * rng.standard_normal(m)
        y = _SCALES[(trial + trial // 4) % 4] * rng.standard_normal(n)
        bound = rtol * float(np.abs(x) @ np.abs(A) @ np.abs(y))
        form = float(x @ A @ y)
        for sign_x, sign_y in _SIGNS:
            value = scalar(f(sign_x * x, sign_y * y), "the value of f")
            # Written so that NaN counts as a deviation.
            if not abs(value - sign_x * sign_y * form) <= bound:
                return False
    return True


def change_of_basis(A: ArrayLike, P: ArrayLike) -> FloatArray:
    """A' = PᵀAP, the matrix of the same form in the basis of P's columns: x = Px' (congruence).

    Rank and, for symmetric A, inertia are kept (Sylvester's law of inertia); eigenvalues are not.

    Shapes: A [n, n], P [n, n] → [n, n].
    Errors: ValueError as in the module's docstring, for another size of P, and for singular P:
    smallest singular value ≤ n·eps times the largest, so that the size of P does not matter.
    Cost: O(n³).
    Source: "Matrix interpretation of bilinear form", which holds once a basis is fixed.
    """
    A = square_matrix(A, "A")
    P = square_matrix(P, "P")
    if P.shape != A.shape:
        raise ValueError(f"P has shape {P.shape}, wanted A's shape {A.shape}")
    if np.linalg.matrix_rank(P) < P.shape[0]:
        raise ValueError("P is singular, wanted a basis in its columns")
    return P.T @ A @ P


def partial_left(A: ArrayLike, x: ArrayLike) -> FloatArray:
    """c = Aᵀx, the linear function that is left when x is held: f(x, y) = c·y for all y.

    Shapes: A [m, n], x [m] → [n].
    Errors: ValueError as in the module's docstring; batches are refused.
    Cost: O(mn).
    Source: "if you hold x constant, this function in terms of y is linear".
    """
    A = matrix(A, "A")
    x = vector(x, "x", A.shape[0])
    return x @ A


def _dimensions(m: int, n: int | None) -> tuple[int, int]:
    m = integer(m, "m", 1)
    return m, m if n is None else integer(n, "n", 1)


def _values_on_basis(f: Form, m: int, n: int) -> FloatArray:
    """[m, n] f(e_i, e_j), NaN and inf included; new arrays at each call."""
    A = np.empty((m, n))
    for i in range(m):
        for j in range(n):
            A[i, j] = scalar(f(_unit(m, i), _unit(n, j)), f"f(e_{i + 1}, e_{j + 1})")
    return A


def _unit(size: int, index: int) -> FloatArray:
    vector = np.zeros(size)
    vector[index] = 1.0
    return vector
