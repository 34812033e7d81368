"""Rounds the value and x to ten decimals."""
# caught by: follows_the_size_of_the_matrix
# nudge: Multiply A by 1e-90. What is left?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return np.round(values[-1], 10), vectors[:, -1]
