"""Returns the coefficients in one flat row instead of a matrix."""
# caught by: finds_the_6_of_the_example, gives_the_coefficients_of_any_form
# nudge: Which shape is asked for?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    C = np.triu(A) + np.tril(A, -1).T
    return C[np.triu_indices(len(A))]
