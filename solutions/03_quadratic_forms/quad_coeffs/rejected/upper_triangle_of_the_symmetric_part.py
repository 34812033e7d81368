"""Takes the mean of a_ij and a_ji for the coefficient of x_i x_j."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: Put x = (1, 1) into Q and into your polynomial.

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.triu((A + A.T) / 2)
