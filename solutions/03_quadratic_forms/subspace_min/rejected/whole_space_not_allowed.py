"""Refuses a basis of the whole space."""
# caught by: is_right_on_lines_and_on_the_whole_space
# nudge: Is the whole space a subspace?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    if B.shape[1] >= len(B):
        raise ValueError("B must have fewer columns than rows")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
