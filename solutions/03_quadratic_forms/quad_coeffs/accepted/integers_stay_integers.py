"""Computes in int64 for integers; the numbers are the same."""

import numpy as np


def square_matrix_integers_stay_integers(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not square")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return A


def quad_coeffs(A):
    square_matrix_integers_stay_integers(A)
    A = (
        np.asarray(A).astype(np.int64)
        if np.asarray(A).dtype.kind in "iu"
        else square_matrix_integers_stay_integers(A)
    )
    return np.triu(A) + np.tril(A, -1).T
