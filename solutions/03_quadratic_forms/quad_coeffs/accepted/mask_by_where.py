"""Chooses between sum, entry and zero by comparing row and column number."""

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    i, j = np.indices(A.shape)
    return np.where(i < j, A + A.T, np.where(i == j, A, 0.0))
