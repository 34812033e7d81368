"""Accepts more columns than rows, if they span the space."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Can four vectors in three dimensions be a basis?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < min(B.shape):
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
