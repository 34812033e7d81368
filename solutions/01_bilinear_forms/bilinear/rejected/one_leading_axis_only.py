"""Pairs the rows of two batches one by one, and knows no deeper or unequal batches."""
# caught by: broadcasts_the_leading_axes
# nudge: What does numpy do with leading axes (5, 1) and (4,)?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0 or (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    if x.ndim == 1:
        return x @ A @ y
    if len(x) != len(y):
        raise ValueError("the batches do not fit")
    return np.array([a @ A @ b for a, b in zip(x, y)])
