"""Accepts stacks of matrices, although one matrix is asked for."""
# caught by: refuses_what_is_no_square_matrix
# nudge: How many axes has a matrix?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim < 2 or A.shape[-1] != A.shape[-2] or not np.isfinite(A).all():
        raise ValueError("A must be square")
    mirrored = np.swapaxes(A, -1, -2)
    return (A + mirrored) / 2, (A - mirrored) / 2
