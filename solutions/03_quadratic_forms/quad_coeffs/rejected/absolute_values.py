"""Adds the sizes of the two entries and loses their signs."""
# caught by: gives_the_coefficients_of_any_form
# nudge: What if a_12 is negative?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.triu(abs(A) + abs(A.T), 1) + np.diag(np.diag(A))
