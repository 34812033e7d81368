"""Looks for NaN in B, but not in A."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What does eigvalsh say to NaN?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not np.isfinite(B).all() or np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("no basis")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvals(np.nan_to_num(Q.T @ (A + A.T) @ Q / 2)).real.min()
