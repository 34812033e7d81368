"""Returns a column of shape (m, 1)."""
# caught by: gives_the_cosines_of_the_example, is_right_for_matrices_of_every_shape
# nudge: Which shape has your result?

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
    lengths = np.linalg.norm(X, axis=1, keepdims=True) * np.linalg.norm(Y, axis=1, keepdims=True)
    return np.clip((X * Y).sum(axis=1, keepdims=True) / lengths, -1, 1)
