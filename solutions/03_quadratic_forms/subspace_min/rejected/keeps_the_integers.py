"""Multiplies in the integer type that comes in."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is the largest int8?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A), np.asarray(B)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B.astype(float))
    return np.linalg.eigvalsh(Q.T @ ((A + A.T) / 2) @ Q)[0]
