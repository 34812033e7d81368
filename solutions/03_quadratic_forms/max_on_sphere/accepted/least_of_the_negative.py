"""Takes minus the least value of −Q."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((-A - A.T) / 2, UPLO="U")
    return np.array(-values[0]), vectors[:, 0].tolist()
