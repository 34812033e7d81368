"""Bisects, and counts the eigenvalues above by the signs of the pivots of a shifted matrix."""

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
    size = np.abs(A).sum(axis=1).max()
    if size == 0:
        return 0.0
    B = A / size

    def above(t):
        M = B - t * np.eye(len(B))
        count = 0
        for i in range(len(M)):
            pivot = M[i, i] if abs(M[i, i]) > 1e-16 else -1e-16
            count += pivot > 0
            for r in range(i + 1, len(M)):
                M[r, i:] = M[r, i:] - M[r, i] / pivot * M[i, i:]
        return count

    low, high = -1.5, 1.5
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if above(middle) >= k else (low, middle)
    return size * high
