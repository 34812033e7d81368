"""Refuses rectangular matrices."""
# caught by: holds_x_for_matrices_of_every_shape, returns_a_vector_when_n_is_1
# nudge: Do x and y have to live in one space?

import numpy as np


def checked_square_matrices_only(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_square_matrices_only(A, x)
    if A.shape[0] != A.shape[1]:
        raise ValueError("A must be square")
    return x @ A
