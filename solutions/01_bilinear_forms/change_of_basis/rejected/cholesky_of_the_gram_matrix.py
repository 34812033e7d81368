"""Trusts the Cholesky factor of PᵀP, which rounding lets exist for many a singular P."""
# caught by: refuses_a_singular_matrix
# nudge: What does rounding do to an eigenvalue of PᵀP that should be 0?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    np.linalg.cholesky(P.T @ P)  # LinAlgError is a ValueError
    return P.T @ A @ P
