"""Subtracts the mean of each vector first: that is the correlation coefficient."""
# caught by: gives_the_cosines_of_the_example, is_right_for_matrices_of_every_shape
# nudge: Does the angle between two vectors know anything about their mean?

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
    X, Y = X - X.mean(axis=1, keepdims=True), Y - Y.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(X, axis=1), np.linalg.norm(Y, axis=1)
    return np.clip((X * Y).sum(axis=1) / np.maximum(lengths[0] * lengths[1], 1e-300), -1, 1)
