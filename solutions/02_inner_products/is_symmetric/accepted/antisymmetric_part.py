"""Compares the antisymmetric part with the whole matrix."""

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    size = np.linalg.norm(A)
    return True if size == 0 else np.linalg.norm((A - A.T) / 2) / size <= rtol / 2
