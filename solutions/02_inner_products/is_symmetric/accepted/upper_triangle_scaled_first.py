"""Scales A to largest entry 1 and compares each pair once."""

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    largest = abs(A).max()
    if largest == 0:
        return True
    A = A / largest
    pairs = A[np.triu_indices(len(A), 1)] - A.T[np.triu_indices(len(A), 1)]
    return np.array(np.sqrt(2 * (pairs**2).sum()) <= rtol * np.sqrt((A**2).sum()))
