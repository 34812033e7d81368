"""Asks only for independent columns, so that a tall P passes."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: How many vectors has a basis of an n-dimensional space?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or P.ndim != 2 or A.shape[0] != A.shape[1] or len(P) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(P) < P.shape[1]:
        raise ValueError("the columns of P are not independent")
    return P.T @ A @ P
