"""Flattens a column of shape (m, 1) into a vector."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Which shapes of x were promised an answer?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if x.shape == (A.shape[0], 1):
        x = x[:, 0]
    if y.shape == (A.shape[1], 1):
        y = y[:, 0]
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
