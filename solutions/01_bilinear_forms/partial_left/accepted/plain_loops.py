"""Adds up with loops over lists."""

import numpy as np


def checked_plain_loops(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_plain_loops(A, x)
    c = [0.0] * A.shape[1]
    for i, row in enumerate(A.tolist()):
        for j, entry in enumerate(row):
            c[j] += x[i] * entry
    return np.array(c)
