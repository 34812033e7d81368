"""Looks for NaN above the diagonal only."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Which entries of A take part?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(np.triu(A)).all():
        raise ValueError("not a square matrix of numbers")
    return np.triu(A) + np.tril(A, -1).T
