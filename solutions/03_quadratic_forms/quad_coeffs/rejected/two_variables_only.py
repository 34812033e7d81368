"""Writes out the case of two variables."""
# caught by: gives_the_coefficients_of_any_form
# nudge: Does your answer work for three variables?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.array([[A[0, 0], A[0, 1] + A[1, 0]], [0.0, A[1, 1]]])
