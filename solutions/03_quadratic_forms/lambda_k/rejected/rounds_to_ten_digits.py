"""Rounds the value to ten decimals."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Multiply A by 1e-90. What is left?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return round(float(np.linalg.eigvalsh(A)[-k]), 10)
