"""Leaves a k that does not exist to an IndexError."""
# caught by: refuses_numbers_that_no_eigenvalue_has
# nudge: Which class of error is asked for?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    if k < 1:
        raise ValueError("k counts from 1")
    return sorted(np.linalg.eigvalsh(A), reverse=True)[k - 1]
