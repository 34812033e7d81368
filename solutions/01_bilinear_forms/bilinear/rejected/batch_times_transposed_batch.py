"""Multiplies with the transposed batch, so that every x meets every y."""
# caught by: gives_one_number_for_each_pair_of_a_batch, broadcasts_the_leading_axes
# nudge: Five pairs of vectors: how many numbers?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("A must be a matrix, and all numbers finite")
    return x @ A @ y.T
