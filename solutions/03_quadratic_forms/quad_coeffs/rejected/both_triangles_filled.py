"""Writes each coefficient above and below the diagonal, so every mixed term counts twice."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: What is wanted below the diagonal?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return A + A.T - np.diag(np.diag(A))
