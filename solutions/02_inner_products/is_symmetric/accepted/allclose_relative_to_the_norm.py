"""Uses allclose with an absolute tolerance made from the norm."""

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.allclose(A, A.T, rtol=0.0, atol=rtol * np.linalg.norm(A))
