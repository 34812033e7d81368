"""Multiplies without asking whether the columns of P are a basis."""
# caught by: refuses_a_singular_matrix
# nudge: Are the columns of P always a basis?

import numpy as np


def checked_no_check_of_p(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_no_check_of_p(A, P)
    return P.T @ A @ P
