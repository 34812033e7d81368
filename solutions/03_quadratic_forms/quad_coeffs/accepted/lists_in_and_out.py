"""Works in long double and returns rows in a list."""

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    A = A.astype(np.longdouble)
    rows = []
    for i in range(len(A)):
        rows.append([float(A[i, j] + A[j, i] * (i != j)) if j >= i else 0.0 for j in range(len(A))])
    return rows
