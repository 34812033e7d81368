"""Takes the inner product for the cosine, and clips it."""
# caught by: gives_the_cosines_of_the_example, is_right_for_matrices_of_every_shape
# nudge: Which vectors have xᵀy = cos θ?

import numpy as np


def checked_pair(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape:
        raise ValueError("wanted two matrices of one shape")
    if not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("NaN or infinity")
    if not (X.any(axis=1).all() and Y.any(axis=1).all()):
        raise ValueError("a zero row")
    return X, Y


def cosines(X, Y):
    X, Y = checked_pair(X, Y)
    return np.clip((X * Y).sum(axis=1), -1, 1)
