"""Adds the two entries beside the diagonal only, which is everything for two variables."""
# caught by: gives_the_coefficients_of_any_form
# nudge: Where is x_1 x_3?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    C = np.triu(A)
    for i in range(len(A) - 1):
        C[i, i + 1] += A[i + 1, i]
    return C
