"""Forgives a difference of 1e-5 relative to A."""
# caught by: wants_a_symmetric_matrix
# nudge: How large is a rounding error?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    if np.linalg.norm(A - A.T) > 1e-5 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    return np.linalg.eigvalsh(A)[-k]
