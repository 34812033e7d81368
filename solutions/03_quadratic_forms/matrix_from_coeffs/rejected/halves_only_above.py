"""Halves above the diagonal and leaves c_ij below."""
# caught by: finds_the_symmetric_matrix_of_the_example, gives_the_matrix_of_any_polynomial
# nudge: Is your matrix symmetric?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    return np.diag(np.diag(C)) + np.triu(C, 1) / 2 + np.triu(C, 1).T
