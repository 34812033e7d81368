"""Takes the upper triangle of A + Aᵀ and one diagonal off again."""

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return np.triu(A + A.T) - np.diag(A.diagonal())
