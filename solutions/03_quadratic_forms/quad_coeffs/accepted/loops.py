"""Goes through the pairs i ≤ j with two loops."""

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    n = len(A)
    C = np.zeros((n, n))
    for i in range(n):
        C[i, i] = A[i, i]
        for j in range(i + 1, n):
            C[i, j] = A[i, j] + A[j, i]
    return C
