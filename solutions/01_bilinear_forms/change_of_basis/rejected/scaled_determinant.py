"""Looks at the determinant of P scaled to size 1, which is tiny for a few short vectors among long ones."""
# caught by: accepts_small_large_and_skewed_bases
# nudge: How small is the determinant of diag(1, 1e-5, 1e-5, 1e-5)? Are its columns a basis?

import numpy as np


def checked_scaled_determinant(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_scaled_determinant(A, P)
    size = np.abs(P).max()
    if size == 0 or abs(np.linalg.det(P / size)) < 1e-13:
        raise ValueError("P is singular")
    return P.T @ (A @ P)
