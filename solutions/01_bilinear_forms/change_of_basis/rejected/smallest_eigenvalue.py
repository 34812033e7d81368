"""Compares the eigenvalues of P, of which a singular P may have none near 0 after rounding."""
# caught by: refuses_a_singular_matrix
# nudge: What are the eigenvalues of [[6, 9], [-4, -6]], exactly and by np.linalg.eigvals?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    sizes = np.abs(np.linalg.eigvals(P))
    if sizes.min() <= 1e-12 * sizes.max():
        raise ValueError("P is singular")
    return P.T @ A @ P
