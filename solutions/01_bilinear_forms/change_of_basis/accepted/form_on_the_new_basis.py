"""Evaluates the form on each pair of new basis vectors with matrix_of_form."""

import numpy as np


def checked_form_on_the_new_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_form_on_the_new_basis(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_form_on_the_new_basis(A, P)
    basis_form_on_the_new_basis(P)
    return matrix_of_form(lambda u, v: (P @ u) @ A @ (P @ v), len(A))
