"""Accepts orthogonal P only."""
# caught by: gives_the_matrix_in_the_new_basis, describes_the_same_form, accepts_small_large_and_skewed_bases
# nudge: Does a basis have to be orthogonal?

import numpy as np


def checked_orthogonal_bases_only(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_orthogonal_bases_only(A, P)
    if not np.allclose(P.T @ P, np.eye(len(P))):
        raise ValueError("P is not orthogonal")
    return P.T @ A @ P
