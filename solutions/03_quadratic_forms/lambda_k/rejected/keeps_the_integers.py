"""Compares and symmetrises in the integer type that comes in."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 + 100 in int8?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("not a square matrix of numbers")
    if np.linalg.norm(A.astype(float) - A.T) > 1e-12 * np.linalg.norm(A.astype(float)):
        raise ValueError("not symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return np.linalg.eigvalsh((A + A.T) / 2.0)[-k]
