"""Wants A and its transpose to agree in the last digit."""
# caught by: wants_a_symmetric_matrix
# nudge: What does rounding do to a symmetric matrix?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    if not np.array_equal(A, A.T):
        raise ValueError("not symmetric")
    return np.linalg.eigvalsh(A)[-k]
