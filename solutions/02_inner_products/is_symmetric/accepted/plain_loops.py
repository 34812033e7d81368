"""Sums the squares of both sides with plain loops."""

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    n, difference, size = len(A), 0.0, 0.0
    for i in range(n):
        for j in range(n):
            difference += (float(A[i, j]) - float(A[j, i])) ** 2
            size += float(A[i, j]) ** 2
    return difference**0.5 <= rtol * size**0.5
