"""Computes PᵀA and changes the basis of x only."""
# caught by: gives_the_matrix_in_the_new_basis, describes_the_same_form
# nudge: Which of the two vectors has new coordinates?

import numpy as np


def checked_left_side_only(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_left_side_only(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_left_side_only(A, P)
    return basis_left_side_only(P).T @ A
