"""Lets Python count a negative index from the other end."""
# caught by: refuses_numbers_that_no_eigenvalue_has
# nudge: What is values[-1]?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    return np.linalg.eigvalsh(A)[len(A) - k]
