"""Checks the shape but not the numbers."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What is NaN + 1?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("A must be square")
    return (A + A.T) / 2, (A - A.T) / 2
