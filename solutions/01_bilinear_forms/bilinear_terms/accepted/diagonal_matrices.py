"""Scales the rows by diag(x) from the left and the columns by diag(y) from the right."""

import numpy as np


def checked_diagonal_matrices(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    A, x, y = checked_diagonal_matrices(A, x, y)
    return np.diag(x) @ A @ np.diag(y)
