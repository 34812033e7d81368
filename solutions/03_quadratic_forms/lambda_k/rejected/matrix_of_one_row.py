"""Makes a matrix of a vector or a number."""
# caught by: refuses_what_is_no_square_matrix
# nudge: Is a vector a matrix?

import numpy as np


def lambda_k(A, k):
    A = np.atleast_2d(np.asarray(A, dtype=float))
    if A.shape[0] == 1:
        A = A[:, :1]
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("not a square matrix of numbers")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return np.linalg.eigvalsh(A)[-k]
