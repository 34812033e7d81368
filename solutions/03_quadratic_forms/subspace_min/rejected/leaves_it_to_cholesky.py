"""Waits for cholesky to fail, which rounding may prevent."""
# caught by: refuses_dependent_columns
# nudge: Does cholesky fail for every singular matrix?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B) or not B.any():
        raise ValueError("no basis")
    B = B / np.abs(B).max()
    L = np.linalg.cholesky(B.T @ B)
    half = np.linalg.solve(L, B.T @ (A + A.T) @ B / 2)
    return np.linalg.eigvalsh(np.linalg.solve(L, half.T))[0]
