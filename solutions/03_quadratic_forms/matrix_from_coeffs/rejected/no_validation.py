"""Leaves the shapes to numpy."""
# caught by: refuses_what_is_no_square_array
# nudge: What does your answer do with a C of shape (2, 3)?

import numpy as np


def matrix_from_coeffs(C):
    C = np.atleast_2d(np.asarray(C, dtype=float))
    n = min(C.shape)
    U = np.triu(C[:n, :n])
    return (U + U.T) / 2
