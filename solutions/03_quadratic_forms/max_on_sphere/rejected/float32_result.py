"""Computes in float32, which keeps seven digits only."""
# caught by: finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: How many digits does float32 keep?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh(((A + A.T) / 2 / (np.abs(A).max() or 1.0)).astype(np.float32))
    return values[-1] * (np.abs(A).max() or 1.0), vectors[:, -1].astype(float)
