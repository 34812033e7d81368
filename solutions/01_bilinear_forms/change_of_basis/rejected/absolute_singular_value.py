"""Refuses singular values below 1e-10, however short the vectors are."""
# caught by: accepts_small_large_and_skewed_bases, refuses_a_singular_matrix
# nudge: With what should the smallest singular value be compared?

import numpy as np


def checked_absolute_singular_value(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_absolute_singular_value(A, P)
    if np.linalg.svd(P, compute_uv=False)[-1] < 1e-10:
        raise ValueError("P is singular")
    return P.T @ A @ P
