"""Scales row i of A by x_i and adds the rows."""

import numpy as np


def checked_sum_of_the_scaled_rows(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_sum_of_the_scaled_rows(A, x)
    return (x[:, None] * A).sum(axis=0)
