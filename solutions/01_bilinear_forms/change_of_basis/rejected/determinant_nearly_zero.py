"""Refuses every determinant below 1e-10, however short the vectors are."""
# caught by: accepts_small_large_and_skewed_bases
# nudge: Multiply a basis by 1e-9. Is it still one?

import numpy as np


def checked_determinant_nearly_zero(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_determinant_nearly_zero(A, P)
    if abs(np.linalg.det(P)) < 1e-10:
        raise ValueError("P is singular")
    return P.T @ A @ P
