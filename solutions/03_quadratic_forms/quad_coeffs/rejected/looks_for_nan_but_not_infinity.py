"""Looks for NaN and forgets infinity."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Which function knows both NaN and infinity?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or np.isnan(A).any():
        raise ValueError("not a square matrix")
    return np.triu(A) + np.tril(A, -1).T
