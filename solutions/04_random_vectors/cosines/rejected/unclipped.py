"""Leaves a cosine of 1.0000000000000002 as it is."""
# caught by: stays_between_minus_one_and_one
# nudge: What is the arccos of the largest value that you can return?
# undiagnosable

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
    lengths = np.linalg.norm(X, axis=1), np.linalg.norm(Y, axis=1)
    return (X * Y).sum(axis=1) / (lengths[0] * lengths[1])
