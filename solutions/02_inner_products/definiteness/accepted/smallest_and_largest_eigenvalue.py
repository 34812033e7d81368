"""Decides by the smallest and the largest eigenvalue of S alone."""

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigh(A / 2 + A.T / 2)[0]
    low, high = values[0], values[-1]
    tol = (1e-12 if rtol is None else rtol) * max(abs(low), abs(high))
    if low < -tol and high > tol:
        return "indefinite"
    if high > tol:
        return "positive definite" if low > tol else "positive semidefinite"
    if low < -tol:
        return "negative definite" if high < -tol else "negative semidefinite"
    return "zero"
