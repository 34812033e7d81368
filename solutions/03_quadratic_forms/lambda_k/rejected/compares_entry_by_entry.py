"""Compares each difference with its own two entries, not with the matrix."""
# caught by: wants_a_symmetric_matrix
# nudge: Is [[1, 1e-20], [0, 3]] symmetric in the sense of the docstring?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("not allowed")
    if (np.abs(A - A.T) > 1e-12 * np.abs(A)).any():
        raise ValueError("not allowed")
    if isinstance(k, (float, np.floating)) or not 1 <= k <= len(A):
        raise ValueError("not allowed")
    return np.linalg.eigvalsh(A)[-k]
