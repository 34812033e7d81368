"""Reads k by operator.index."""

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    import operator

    try:
        number = operator.index(k)
    except TypeError:
        raise ValueError("k is no integer") from None
    if number < 1 or number > A.shape[0]:
        raise ValueError("no such eigenvalue")
    return np.sort(np.linalg.eigvalsh(A))[A.shape[0] - number]
