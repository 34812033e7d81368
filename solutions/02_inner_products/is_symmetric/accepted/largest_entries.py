"""Compares the largest entry of the difference with the largest entry of A."""

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(abs(A - A.T).max() <= rtol * abs(A).max())
