"""Checks the shapes and the rank but not the numbers of A."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Which arguments can hold NaN?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not np.isfinite(P).all() or np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P.T @ A @ P
