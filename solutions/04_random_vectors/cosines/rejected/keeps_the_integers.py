"""Multiplies in the type that came in: small integers overflow, float32 loses digits."""
# caught by: computes_in_float64_whatever_comes_in
# nudge: What is 100 · 100 in int8?

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
    checked_pair(X, Y)
    X, Y = np.asarray(X), np.asarray(Y)
    with np.errstate(all="ignore"):
        lengths = np.sqrt((X * X).sum(axis=1)) * np.sqrt((Y * Y).sum(axis=1))
        return np.clip((X * Y).sum(axis=1) / lengths, -1, 1)
