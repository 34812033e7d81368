"""Writes out two components, whatever the size of A."""
# caught by: holds_x_for_matrices_of_every_shape, returns_a_vector_when_n_is_1
# nudge: What are m and n in your formula?

import numpy as np


def checked_two_dimensions_only_partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_two_dimensions_only_partial_left(A, x)
    return np.array([A[0, 0] * x[0] + A[1, 0] * x[1], A[0, 1] * x[0] + A[1, 1] * x[1]])
