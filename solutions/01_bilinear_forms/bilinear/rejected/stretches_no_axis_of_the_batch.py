"""Refuses batches of one depth whose axes of length 1 numpy would stretch."""
# caught by: broadcasts_the_leading_axes
# nudge: What does numpy do with leading axes (5, 1) and (1, 4)?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if x.ndim == y.ndim and x.shape[:-1] != y.shape[:-1]:
        raise ValueError("the batches differ")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
