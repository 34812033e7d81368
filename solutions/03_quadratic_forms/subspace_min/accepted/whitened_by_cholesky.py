"""Whitens with the Cholesky factor of BᵀB."""

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    B = B / np.abs(B).max()
    S = (A + A.T) / 2
    L = np.linalg.cholesky(B.T @ B)
    half = np.linalg.solve(L, B.T @ S @ B)
    return np.linalg.eigvalsh(np.linalg.solve(L, half.T))[0]
