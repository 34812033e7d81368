"""Decides by the condition number, and evaluates on the columns in a batch."""

import numpy as np


def checked_condition_number(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def change_of_basis(A, P):
    A, P = checked_condition_number(A, P)
    if not P.any() or not np.linalg.cond(P) < 1e12:
        raise ValueError("P is singular")
    columns = P.T
    return bilinear(A, columns[:, None], columns[None, :])
