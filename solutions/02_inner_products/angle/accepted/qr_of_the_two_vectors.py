"""Reads sine and cosine off the QR decomposition of both vectors."""

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

    if len(A) == 1:
        return 0.0 if float(u[0]) / abs(float(u[0])) == float(v[0]) / abs(float(v[0])) else np.pi
    both = np.linalg.cholesky(A).T @ np.stack([u / abs(u).max(), v / abs(v).max()], axis=1)
    R = np.linalg.qr(both, mode="r")
    return np.arctan2(abs(R[1, 1]), R[0, 1] * np.sign(R[0, 0]))
