"""Counts the signs of the eigenvalues of A + Aᵀ, found with eigvals."""

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.real(np.linalg.eigvals(A + A.T))
    tol = (1e-12 if rtol is None else rtol) * abs(values).max()
    signs = [0 if abs(value) <= tol else (1 if value > 0 else -1) for value in values]
    positive, negative = signs.count(1), signs.count(-1)
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
