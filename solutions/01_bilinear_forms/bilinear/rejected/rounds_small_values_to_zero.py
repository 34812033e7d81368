"""Treats values below 1e-8 as zero."""
# caught by: is_right_for_matrices_of_every_shape
# nudge: What if all numbers are small?

import numpy as np


def checked_rounds_small_values_to_zero(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_rounds_small_values_to_zero(A, x, y)
    value = ((x @ A) * y).sum(axis=-1)
    return np.where(np.abs(value) < 1e-8, 0.0, value)
