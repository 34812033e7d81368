"""Asks the computed inverse for more digits than a skewed basis leaves it."""
# caught by: accepts_small_large_and_skewed_bases
# nudge: How many digits does the inverse lose when the condition number is 1e5?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    if not np.allclose(np.linalg.inv(P) @ P, np.eye(len(P)), rtol=0, atol=1e-12):
        raise ValueError("P is singular")
    return P.T @ A @ P
