"""Orthonormalises the caller’s own B."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array do you write into?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    if not B.flags.writeable:
        B = B.copy()
    for j in range(B.shape[1]):
        for i in range(j):
            B[:, j] -= (B[:, i] @ B[:, j]) * B[:, i]
        B[:, j] /= np.linalg.norm(B[:, j])
    return np.linalg.eigvalsh(B.T @ (A + A.T) @ B / 2)[0]
