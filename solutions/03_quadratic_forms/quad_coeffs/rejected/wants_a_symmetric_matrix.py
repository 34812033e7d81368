"""Refuses a matrix that is not symmetric."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: Which matrices give a polynomial?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not np.array_equal(A, A.T):
        raise ValueError("A must be symmetric")
    return np.triu(A + A.T, 1) + np.diag(np.diag(A))
