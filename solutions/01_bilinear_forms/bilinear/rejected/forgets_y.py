"""Adds up xᵀA and never uses the values of y."""
# caught by: gives_433_for_the_example, gives_one_number_for_each_pair_of_a_batch, is_right_for_matrices_of_every_shape
# nudge: How does your result change when y is doubled?

import numpy as np


def checked_forgets_y(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_forgets_y(A, x, y)
    return (x @ A + 0 * y).sum(axis=-1)
