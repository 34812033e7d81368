"""Looks for NaN above the diagonal, but not on it."""
# caught by: refuses_what_is_no_square_array
# nudge: Which entries of C count?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1] or not np.isfinite(np.triu(C, 1)).all():
        raise ValueError("not a square array of numbers")
    U = np.triu(C)
    return (U + U.T) / 2
