"""Fills in the terms one by one."""

import numpy as np


def checked_two_loops(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_two_loops(A, x, y)
    T = np.zeros(A.shape)
    for i in range(len(x)):
        for j in range(len(y)):
            T[i, j] = A[i, j] * x[i] * y[j]
    return T
