"""Computes P⁻¹AP, the change of basis of a linear map."""
# caught by: gives_the_matrix_in_the_new_basis, describes_the_same_form
# nudge: Does a bilinear form return a vector or a number?

import numpy as np


def checked_similarity(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_similarity(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_similarity(A, P)
    return np.linalg.inv(basis_similarity(P)) @ A @ P
