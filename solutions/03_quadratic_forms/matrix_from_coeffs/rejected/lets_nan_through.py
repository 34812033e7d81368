"""Looks at the shape, but not for NaN or infinity."""
# caught by: refuses_what_is_no_square_array
# nudge: What is the half of NaN?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square array")
    U = np.triu(C)
    return (U + U.T) / 2
