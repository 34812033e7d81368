"""Writes out the four terms of the lecture, for two dimensions only."""
# caught by: is_right_for_matrices_of_every_shape, broadcasts_the_leading_axes
# nudge: What are m and n in your formula?

import numpy as np


def checked_two_dimensions_only_bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_two_dimensions_only_bilinear(A, x, y)
    (a, b), (c, d) = A[:2, :2]
    x1, x2, y1, y2 = x[..., 0], x[..., 1], y[..., 0], y[..., 1]
    return a * x1 * y1 + b * x1 * y2 + c * x2 * y1 + d * x2 * y2
