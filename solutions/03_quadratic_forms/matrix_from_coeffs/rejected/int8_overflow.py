"""Adds the transpose in the integer type that comes in, where 100 + 100 overflows."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is the largest int8?

import numpy as np


def matrix_from_coeffs(C):
    U = np.triu(np.asarray(C))
    if U.ndim != 2 or U.shape[0] != U.shape[1] or np.ndim(C) != 2:
        raise ValueError("not a square array")
    if not np.isfinite(U).all():
        raise ValueError("NaN or infinity")
    return (U + U.T) / 2
