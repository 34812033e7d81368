"""Writes out the case of two variables."""
# caught by: gives_the_matrix_of_any_polynomial
# nudge: Does your answer work for three variables?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    return np.array([[C[0, 0], C[0, 1] / 2], [C[0, 1] / 2, C[1, 1]]])
