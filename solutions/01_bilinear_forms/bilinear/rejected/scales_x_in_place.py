"""Multiplies the caller’s own x while computing."""
# caught by: leaves_its_arguments_unchanged
# nudge: Whose array is x after np.asarray?

import numpy as np


def checked_scales_x_in_place(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_scales_x_in_place(A, x, y)
    size = np.abs(x).max() or 1.0
    x /= size
    return size * ((x @ A) * y).sum(axis=-1)
