"""Returns the symmetric matrix of the form, not the coefficients of the polynomial."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: In S, the coefficient of x_1 x_2 is split between two places. Where is its sum wanted?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return (A + A.T) / 2
