"""Decides by the determinant of BᵀB, which depends on the length of the columns."""
# caught by: depends_on_the_subspace_alone
# nudge: What is the determinant of 1e-60 times the identity?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B) or abs(np.linalg.det(B.T @ B)) < 1e-12:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
