"""Adds in the integer type that comes in, where 100 + 100 overflows."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is the largest int8?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.triu(A + A.T, 1) + np.diag(np.diag(A))
