"""Trusts the comparison with the transpose, which NaN passes."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What is NaN > 1e-12?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return sorted(np.linalg.eigvalsh(np.nan_to_num(A)))[-k]
