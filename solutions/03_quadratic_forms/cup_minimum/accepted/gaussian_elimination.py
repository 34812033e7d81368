"""Eliminates by hand and reads definiteness off the pivots."""

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    n = len(b)
    size = np.abs(S).max()
    M = np.column_stack([S, -b / 2])
    for i in range(n):
        if M[i, i] <= 1e-13 * n * size:
            raise ValueError("not positive definite")
        for r in range(i + 1, n):
            M[r] = M[r] - M[r, i] / M[i, i] * M[i]
    x = np.zeros(n)
    for i in range(n - 1, -1, -1):
        x[i] = (M[i, -1] - M[i, i + 1 : n] @ x[i + 1 :]) / M[i, i]
    return x.tolist(), float(x @ S @ x + b @ x + c)
