"""Goes through all places with two loops."""

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    n = len(C)
    S = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            S[i, j] = C[i, i] if i == j else C[min(i, j), max(i, j)] / 2
    return S
