"""Squeezes the result, so that a vector of one entry becomes a number."""
# caught by: returns_a_vector_when_n_is_1, holds_x_for_matrices_of_every_shape
# nudge: What does squeeze do to shape (1, 1)?

import numpy as np


def checked_squeezes_the_result(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_squeezes_the_result(A, x)
    return np.squeeze(A.T @ x[:, None])
