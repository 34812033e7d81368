"""Subtracts projections on columns that have not been normalised yet."""
# caught by: finds_it_from_a_skewed_basis_too, finds_the_least_value_on_any_subspace, depends_on_the_subspace_alone
# nudge: What does the projection on a vector that is not of length 1 look like?

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
    Q = B.copy()
    for j in range(B.shape[1]):
        for i in range(j):
            Q[:, j] = Q[:, j] - (Q[:, i] @ Q[:, j]) * Q[:, i]
    Q = Q / np.linalg.norm(Q, axis=0)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
