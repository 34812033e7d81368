"""Accepts dependent columns and takes the subspace that they span."""
# caught by: refuses_dependent_columns
# nudge: Are dependent columns a basis?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B):
        raise ValueError("too many columns")
    U, s, _ = np.linalg.svd(B, full_matrices=False)
    Q = U[:, s > 1e-10 * s[0]]
    if Q.shape[1] == 0:
        raise ValueError("zero")
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
