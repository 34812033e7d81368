"""Sums p_ki a_kl p_lj over k and l."""

import numpy as np


def checked_einsum_change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_einsum_change_of_basis(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_einsum_change_of_basis(A, P)
    return np.einsum("ki,kl,lj->ij", basis_einsum_change_of_basis(P), A, P)
