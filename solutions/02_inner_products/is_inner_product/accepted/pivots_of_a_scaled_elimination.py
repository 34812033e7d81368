"""Eliminates with the largest diagonal entry as pivot, and asks that all pivots are positive."""

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    largest = abs(A).max()
    if largest == 0 or abs(A - A.T).max() > 1e-12 * largest:
        return False
    S = (A + A.T) / 2 / largest
    while len(S):
        i = int(np.argmax(np.diag(S)))
        if S[i, i] <= 1e-12:
            return False
        rest = [j for j in range(len(S)) if j != i]
        S = S[np.ix_(rest, rest)] - np.outer(S[rest, i], S[i, rest]) / S[i, i]
    return True
