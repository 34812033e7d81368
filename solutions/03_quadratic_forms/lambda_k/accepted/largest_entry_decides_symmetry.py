"""Compares the largest difference with the largest entry."""

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    if np.abs(A - A.T).max() > 1e-12 * np.abs(A).max():
        raise ValueError("not symmetric")
    values = np.linalg.eigvalsh(A, UPLO="U")
    return np.asarray(values[len(values) - k])
