"""Returns float32, which keeps seven digits only."""
# caught by: gives_the_matrix_of_any_polynomial, reads_any_numbers_and_leaves_them_unchanged
# nudge: How many digits does float32 keep?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    return ((np.triu(C) + np.triu(C).T) / 2).astype(np.float32)
