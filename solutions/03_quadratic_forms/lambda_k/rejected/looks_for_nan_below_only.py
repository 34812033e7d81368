"""Looks for NaN on and below the diagonal only."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does a comparison with NaN say?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(np.tril(A)).all():
        raise ValueError("not allowed")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not allowed")
    if isinstance(k, (float, np.floating)) or not 1 <= k <= len(A):
        raise ValueError("not allowed")
    return np.linalg.eigvalsh(A)[-k]
