"""Reads only the lower triangle of QᵀAQ, as eigvalsh does."""
# caught by: sees_the_symmetric_part_only
# nudge: Is Q^T A Q symmetric when A is not?

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
    return np.linalg.eigvalsh(Q.T @ A @ Q)[0]
