"""Computes in float32, which keeps seven digits only."""
# caught by: finds_every_eigenvalue
# nudge: How many digits does float32 keep?

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
    size = np.abs(A).max() or 1.0
    return float(np.linalg.eigvalsh((A / size).astype(np.float32))[-k]) * size
