"""Looks at the diagonal of P, as if P were triangular."""
# caught by: accepts_small_large_and_skewed_bases, refuses_a_singular_matrix
# nudge: When does the diagonal tell whether a matrix is invertible?

import numpy as np


def checked_diagonal_decides(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_diagonal_decides(A, P)
    if (np.diag(P) == 0).any():
        raise ValueError("P is singular")
    return P.T @ A @ P
