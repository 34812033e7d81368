"""Adds up a_ii x_i y_i and leaves out the mixed terms."""
# caught by: gives_433_for_the_example, is_right_for_matrices_of_every_shape
# nudge: How many terms does the sum have for a 2×2 matrix?

import numpy as np


def checked_diagonal_only(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_diagonal_only(A, x, y)
    k = min(A.shape)
    return (np.diag(A) * x[..., :k] * y[..., :k]).sum(axis=-1)
