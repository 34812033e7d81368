"""Adds the two entries of a float32 matrix before it converts."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which precision does your + work when the matrix holds float32?

import numpy as np


def square_matrix_adds_in_float32(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not square")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return A


def quad_coeffs(A):
    square_matrix_adds_in_float32(A)
    A = np.asarray(A)
    if A.dtype == np.float32:
        return (np.triu(A) + np.tril(A, -1).T).astype(float)
    A = A.astype(float)
    return np.triu(A) + np.tril(A, -1).T
