"""Leaves the shapes to numpy, which stretches some and cuts others."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does your answer do with an A of shape (2, 3)?

import numpy as np


def quad_coeffs(A):
    A = np.atleast_2d(np.asarray(A, dtype=float))
    return np.triu(A) + np.tril(A, -1).swapaxes(-1, -2)
