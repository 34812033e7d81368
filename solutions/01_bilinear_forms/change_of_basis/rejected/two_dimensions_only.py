"""Writes out the determinant for two dimensions, whatever the size."""
# caught by: describes_the_same_form, refuses_a_singular_matrix
# nudge: Does your test know n?

import numpy as np


def checked_two_dimensions_only_change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_two_dimensions_only_change_of_basis(A, P)
    if P[0, 0] * P[-1, -1] == P[0, -1] * P[-1, 0]:
        raise ValueError("P is singular")
    return P.T @ A @ P
