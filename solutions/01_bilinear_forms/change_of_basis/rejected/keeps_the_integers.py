"""Multiplies in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which type of number is 100 · 100 computed for int8?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A), np.asarray(P)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P.T @ A @ P
