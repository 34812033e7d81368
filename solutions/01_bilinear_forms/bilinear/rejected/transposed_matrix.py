"""Uses the transpose of A, so that a_12 multiplies x_2 y_1."""
# caught by: gives_433_for_the_example, is_right_for_matrices_of_every_shape
# nudge: Which of x and y belongs to the rows of A?

import numpy as np


def checked_transposed_matrix(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_transposed_matrix(A, x, y)
    if A.shape[0] == A.shape[1]:
        A = A.T
    return ((x @ A) * y).sum(axis=-1)
