"""Reads dependence off the diagonal of R and minimises minus the maximum of −Q."""

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    n, k = B.shape
    if k > n or not np.linalg.norm(B, axis=0).all():
        raise ValueError("no basis")
    C = B / np.linalg.norm(B, axis=0)
    Q, R = np.linalg.qr(C)
    if np.abs(np.diag(R)).min() < 1e-8:
        raise ValueError("dependent columns")
    F = -(Q.T @ (A + A.T) @ Q) / 2
    return -np.linalg.eigvalsh(F)[-1]
