"""Contracts the first axis of A with x by tensordot."""

import numpy as np


def checked_tensordot(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_tensordot(A, x)
    return np.tensordot(A, x, axes=(0, 0))
