"""Returns the other of the two unit vectors on the same line."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return values[-1], -vectors[:, -1]
