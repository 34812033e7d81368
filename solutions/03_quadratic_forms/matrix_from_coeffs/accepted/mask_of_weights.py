"""Multiplies by a mask of 1 and ½ and mirrors."""

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    i, j = np.indices(C.shape)
    return np.where(i <= j, C, C.T) * np.where(i == j, 1.0, 0.5)
