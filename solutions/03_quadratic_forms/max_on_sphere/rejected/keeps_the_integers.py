"""Adds in the integer type that comes in, where 100 + 100 overflows."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is the largest int8?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("not a square matrix of numbers")
    values, vectors = np.linalg.eigh((A + A.T) / 2.0)
    return values[-1], vectors[:, -1]
