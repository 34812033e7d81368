"""Starts the search at 0, so a negative maximum is missed."""
# caught by: takes_the_largest_and_not_the_longest
# nudge: What is the maximum for minus the identity?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return max(values[-1], 0.0), vectors[:, -1]
