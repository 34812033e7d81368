"""Uses the Cholesky factor of S, scaled, with a relative look at its pivots."""

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    size = np.abs(S).max()
    if size == 0:
        raise ValueError("zero")
    L = np.linalg.cholesky(S / size)
    if (np.diag(L) ** 2).min() <= 1e-13 * len(L):
        raise ValueError("not positive definite")
    y = np.linalg.solve(L, b / size)
    x = np.linalg.solve(L.T, y) / -2
    return x, c - size * (y @ y) / 4
