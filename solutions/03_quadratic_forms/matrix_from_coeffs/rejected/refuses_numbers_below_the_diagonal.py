"""Raises an error when there is anything below the diagonal."""
# caught by: ignores_what_stands_below_the_diagonal
# nudge: What does the docstring say about the numbers below the diagonal?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    if np.any(np.tril(C, -1)):
        raise ValueError("C must be upper triangular")
    return (C + C.T) / 2
