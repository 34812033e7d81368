"""Calls a matrix symmetric up to 1e-11 of its size."""
# caught by: wants_a_symmetric_matrix
# nudge: Read the tolerance in the docstring again.

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("not allowed")
    if np.linalg.norm(A - A.T) > 1e-11 * np.linalg.norm(A):
        raise ValueError("not allowed")
    if isinstance(k, (float, np.floating)) or not 1 <= k <= len(A):
        raise ValueError("not allowed")
    return np.linalg.eigvalsh(A)[-k]
