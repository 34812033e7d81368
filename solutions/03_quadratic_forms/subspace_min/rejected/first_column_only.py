"""Looks at the first column only."""
# caught by: finds_the_least_value_on_any_subspace, depends_on_the_subspace_alone
# nudge: Which vectors lie in the subspace besides the first column?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    u = B[:, 0] / np.abs(B[:, 0]).max()
    return u @ A @ u / (u @ u)
