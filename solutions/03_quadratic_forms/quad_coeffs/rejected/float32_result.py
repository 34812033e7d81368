"""Returns float32, which keeps seven digits only."""
# caught by: gives_the_coefficients_of_any_form, reads_any_numbers_and_leaves_them_unchanged
# nudge: How many digits does float32 keep?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return (np.triu(A) + np.tril(A, -1).T).astype(np.float32)
