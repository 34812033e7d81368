"""Adds what stands below the diagonal, which does not count."""
# caught by: ignores_what_stands_below_the_diagonal
# nudge: Which entries of C count?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    return (C + C.T) / 2
