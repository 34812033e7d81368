"""Solves the generalised eigenvalue problem BᵀSB z = λ BᵀB z."""

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
    values = np.linalg.eigvals(np.linalg.solve(B.T @ B, B.T @ S @ B))
    return np.sort(values.real)[0]
