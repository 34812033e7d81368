"""Shifts S until its singular values are its eigenvalues."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    shift = np.abs(S).sum(axis=1).max()
    u, s, _ = np.linalg.svd(S + shift * np.eye(len(S)))
    x = u[:, 0]
    return x @ S @ x, x
