"""Looks at the last two axes only, so that stacks of matrices pass."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: How many axes has a matrix?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim < 2 or A.shape[-2] != A.shape[-1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    if (np.linalg.matrix_rank(P) < P.shape[-1]).any():
        raise ValueError("P is singular")
    return np.swapaxes(P, -2, -1) @ A @ P
