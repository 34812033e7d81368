"""Looks at the last two axes and takes a stack of matrices."""
# caught by: refuses_what_is_no_square_matrix
# nudge: How many axes may A have?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim < 2 or A.shape[-1] != A.shape[-2] or not np.isfinite(A).all():
        raise ValueError("not a square matrix of numbers")
    return np.triu(A) + np.swapaxes(np.tril(A, -1), -1, -2)
