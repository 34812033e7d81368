"""Lets qr invent a direction for a column that adds none."""
# caught by: refuses_dependent_columns
# nudge: How many dimensions has the space of two parallel columns?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B):
        raise ValueError("too many columns")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
