"""Computes in float32, which keeps only seven digits."""
# caught by: is_right_for_matrices_of_every_shape, broadcasts_the_leading_axes, computes_in_float64_whatever_comes_in
# nudge: How many digits does your type of number keep?

import numpy as np


def checked_float32_result_bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = (a.astype(np.float32) for a in checked_float32_result_bilinear(A, x, y))
    return ((x @ A) * y).sum(axis=-1)
