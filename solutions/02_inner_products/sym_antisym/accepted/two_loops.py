"""Goes through all pairs of entries with plain loops."""

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    n = len(A)
    S, K = np.zeros((n, n)), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            S[i, j] = (A[i, j] + A[j, i]) / 2
            K[i, j] = (A[i, j] - A[j, i]) / 2
    return S, K
