"""Cuts 1.5 off to 1."""
# caught by: refuses_numbers_that_no_eigenvalue_has
# nudge: Is there an eigenvalue number 1.5?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    k = int(k)
    if not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return np.linalg.eigvalsh(A)[-k]
