"""Adds up over the batch too and returns one number for all pairs."""
# caught by: gives_one_number_for_each_pair_of_a_batch, broadcasts_the_leading_axes
# nudge: Over which axis do you add up?

import numpy as np


def checked_sums_the_whole_batch(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_sums_the_whole_batch(A, x, y)
    return np.sum((x @ A) * y)
