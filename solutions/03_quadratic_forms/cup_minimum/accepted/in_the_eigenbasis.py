"""Minimises a parabola along each eigenvector."""

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    values, V = np.linalg.eigh(S)
    if values[0] <= len(b) * 2.2e-16 * np.abs(values).max():
        raise ValueError("not positive definite")
    z = -(V.T @ b) / (2 * values)
    x = V @ z
    return x, c - np.sum(values * z * z)
