"""Divides each row by its largest entry before anything is squared, and computes in long double."""

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
    X, Y = (a.astype(np.longdouble) / abs(a).max(axis=1, keepdims=True) for a in checked_pair(X, Y))
    squares = (X * X).sum(1) * (Y * Y).sum(1)
    return np.clip((X * Y).sum(1) / np.sqrt(squares), -1, 1).astype(np.float64)
