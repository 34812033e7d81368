"""Asks for a positive determinant."""
# caught by: describes_the_same_form, accepts_small_large_and_skewed_bases
# nudge: What happens to the determinant when two basis vectors change places?

import numpy as np


def checked_refuses_mirrored_bases(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_refuses_mirrored_bases(A, P)
    if np.linalg.matrix_rank(P) < len(P) or np.linalg.det(P) < 0:
        raise ValueError("P is singular")
    return P.T @ A @ P
