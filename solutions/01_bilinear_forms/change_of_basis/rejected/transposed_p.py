"""Computes PAPᵀ, with the transpose on the wrong side."""
# caught by: gives_the_matrix_in_the_new_basis, describes_the_same_form
# nudge: Put x = Px′ into xᵀ. What stands on the left?

import numpy as np


def checked_transposed_p(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_transposed_p(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_transposed_p(A, P)
    return basis_transposed_p(P) @ A @ P.T
