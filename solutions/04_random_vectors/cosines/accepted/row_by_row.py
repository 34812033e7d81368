"""Goes through the pairs in a plain loop, with Python floats."""

import math

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
    values = []
    for x, y in zip(X.tolist(), Y.tolist()):
        inner = math.fsum(a * b for a, b in zip(x, y))
        value = inner / (math.hypot(*x) * math.hypot(*y))
        values.append(max(-1.0, min(1.0, value)))
    return np.array(values)
