"""Rounds the coefficients to ten decimals."""
# caught by: gives_the_coefficients_of_any_form
# nudge: Multiply A by 1e-90. What is left?
# twin of: drops_small_coefficients

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.round(np.triu(A) + np.tril(A, -1).T, 10)
