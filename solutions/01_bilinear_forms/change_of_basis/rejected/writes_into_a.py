"""Uses the caller’s A as room for the result."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is A?

import numpy as np


def checked_writes_into_a(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def basis_writes_into_a(P):
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    return P


def change_of_basis(A, P):
    A, P = checked_writes_into_a(A, P)
    result = basis_writes_into_a(P).T @ A @ P
    if A.flags.writeable:
        A[:] = result
    return result
