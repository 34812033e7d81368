"""Copies c_ij to both places, so every mixed term counts twice."""
# caught by: finds_the_symmetric_matrix_of_the_example, gives_the_matrix_of_any_polynomial
# nudge: What is the coefficient of x_1 x_2 in x^T S x?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    return np.triu(C) + np.triu(C, 1).T
