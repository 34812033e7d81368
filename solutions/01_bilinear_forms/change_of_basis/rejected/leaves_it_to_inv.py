"""Calls P singular only when inverting it fails, and rounding lets that succeed."""
# caught by: refuses_a_singular_matrix
# nudge: What does np.linalg.inv say about [[1, 2, 3], [4, 5, 6], [7, 8, 9]]?

import numpy as np


def checked_leaves_it_to_inv(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_leaves_it_to_inv(A, P)
    np.linalg.inv(P)
    return P.T @ A @ P
