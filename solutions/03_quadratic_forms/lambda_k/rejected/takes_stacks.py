"""Takes a stack of matrices."""
# caught by: refuses_what_is_no_square_matrix
# nudge: How many axes may A have?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim < 2 or A.shape[-1] != A.shape[-2] or not np.isfinite(A).all():
        raise ValueError("not a square matrix of numbers")
    if np.linalg.norm(A - np.swapaxes(A, -1, -2)) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= A.shape[-1]:
        raise ValueError("no such eigenvalue")
    return np.linalg.eigvalsh(A)[..., -k]
