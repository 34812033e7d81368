"""Restricts the form with the projector and lifts the rest out of the way."""

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    P = Q @ Q.T
    S = (A + A.T) / 2
    if not S.any():
        return 0.0
    lift = 2.0 * np.abs(S).sum(axis=1).max()
    return np.linalg.eigvalsh(P @ S @ P + lift * (np.eye(len(A)) - P))[0]
