"""Reads the triangle below the diagonal instead of the one above."""
# caught by: finds_the_symmetric_matrix_of_the_example, gives_the_matrix_of_any_polynomial, ignores_what_stands_below_the_diagonal
# nudge: Which triangle is i ≤ j, rows first?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    L = np.tril(C)
    return (L + L.T) / 2
