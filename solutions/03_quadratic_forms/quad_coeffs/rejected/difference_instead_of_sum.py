"""Subtracts a_ji from a_ij."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: x_1 x_2 and x_2 x_1 are the same term. Do they cancel?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.triu(A - A.T, 1) + np.diag(np.diag(A))
