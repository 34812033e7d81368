"""Transposes x or y when its columns would fit, so that columns pass for a batch of vectors."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Which axis of x holds the entries of one vector, by the description?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if x.ndim == 2 and x.shape[-1] != A.shape[0] == x.shape[0]:
        x = x.T
    if y.ndim == 2 and y.shape[-1] != A.shape[1] == y.shape[0]:
        y = y.T
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
