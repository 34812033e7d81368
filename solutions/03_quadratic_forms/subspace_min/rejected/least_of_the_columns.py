"""Takes the least Rayleigh quotient of the columns of B."""
# caught by: finds_the_least_value_on_any_subspace, depends_on_the_subspace_alone
# nudge: Are the columns the only vectors of the subspace?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    B = B / np.abs(B).max(axis=0)
    return min(column @ A @ column / (column @ column) for column in B.T)
