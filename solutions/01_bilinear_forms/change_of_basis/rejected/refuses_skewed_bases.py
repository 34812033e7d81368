"""Refuses bases with a condition number above 1000."""
# caught by: accepts_small_large_and_skewed_bases
# nudge: How skewed may a basis be?

import numpy as np


def checked_refuses_skewed_bases(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_refuses_skewed_bases(A, P)
    if not P.any() or np.linalg.cond(P) > 1e3:
        raise ValueError("P is singular")
    return P.T @ A @ P
