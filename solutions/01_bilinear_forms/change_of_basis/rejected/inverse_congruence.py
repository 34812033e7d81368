"""Computes P⁻ᵀAP⁻¹, which goes back from the new basis to the old one."""
# caught by: gives_the_matrix_in_the_new_basis, describes_the_same_form
# nudge: Which coordinates does P turn into which?

import numpy as np


def checked_inverse_congruence(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_inverse_congruence(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_inverse_congruence(A, P)
    Q = np.linalg.inv(basis_inverse_congruence(P))
    return Q.T @ A @ Q
