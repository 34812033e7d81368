"""Uses eig on the symmetric part and looks for the largest."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eig((A + A.T) / 2)
    best = int(np.argmax(values.real))
    x = vectors[:, best].real
    return values[best].real, x / np.linalg.norm(x)
