"""Multiplies the squared lengths before taking the root: too small or too large for short or long vectors."""
# caught by: does_not_depend_on_the_lengths
# nudge: How large is the product of two squared lengths if the entries are 1e-95?

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
    with np.errstate(all="ignore"):
        squares = (X * X).sum(axis=1) * (Y * Y).sum(axis=1)
        return np.clip((X * Y).sum(axis=1) / np.sqrt(squares), -1, 1)
