"""Takes 2a_ij for the coefficient of x_i x_j, as if A were symmetric."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: Is a_ji the same as a_ij?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return 2 * np.triu(A, 1) + np.diag(np.diag(A))
