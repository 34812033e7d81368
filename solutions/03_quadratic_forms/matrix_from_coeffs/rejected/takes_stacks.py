"""Takes a stack of arrays."""
# caught by: refuses_what_is_no_square_array
# nudge: How many axes may C have?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim < 2 or C.shape[-1] != C.shape[-2] or not np.isfinite(np.triu(C)).all():
        raise ValueError("not a square array of numbers")
    U = np.triu(C)
    return (U + np.swapaxes(U, -1, -2)) / 2
