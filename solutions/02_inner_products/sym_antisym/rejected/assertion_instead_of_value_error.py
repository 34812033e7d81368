"""Asserts what should raise ValueError."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Which error is promised?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    assert A.ndim == 2 and A.shape[0] == A.shape[1] and np.isfinite(A).all(), "no square matrix"
    return (A + A.T) / 2, (A - A.T) / 2
