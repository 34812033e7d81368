"""Builds both parts from the strict triangles and the diagonal."""

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    upper, lower = np.triu(A, 1), np.tril(A, -1).T
    half_sum, half_difference = (upper + lower) / 2, (upper - lower) / 2
    return half_sum + half_sum.T + np.diag(np.diag(A)), half_difference - half_difference.T
