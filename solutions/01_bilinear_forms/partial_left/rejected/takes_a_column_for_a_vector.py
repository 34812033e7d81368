"""Trusts the matrix product with the shapes, so that a column of shape (m, 1) passes."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has a vector?

import numpy as np


def partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("A must be a matrix, and all numbers finite")
    return A.T @ x
