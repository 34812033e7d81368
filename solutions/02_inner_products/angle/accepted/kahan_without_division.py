"""Multiplies each vector by the other one's length instead of dividing."""

import numpy as np


def angle(A, u, v):
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("A is not symmetric")
    A = (A + A.T) / 2
    values = np.linalg.eigvalsh(A)
    if values[0] <= len(A) * np.finfo(float).eps * abs(values).max():
        raise ValueError("A is not positive definite")
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")

    a, b = np.linalg.cholesky(A).T @ u, np.linalg.cholesky(A).T @ v
    a, b = np.linalg.norm(b) * a, np.linalg.norm(a) * b
    return 2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
