"""Looks for NaN and forgets infinity."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Which numpy function knows both NaN and infinity?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or np.isnan(A).any():
        raise ValueError("A must be square")
    return (A + A.T) / 2, (A - A.T) / 2
