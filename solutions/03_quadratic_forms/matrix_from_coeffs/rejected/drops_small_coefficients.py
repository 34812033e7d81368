"""Rounds small entries to 0."""
# caught by: gives_the_matrix_of_any_polynomial
# nudge: Multiply C by 1e-90. Should S vanish?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    S = (np.triu(C) + np.triu(C).T) / 2
    S[abs(S) < 1e-12] = 0.0
    return S
