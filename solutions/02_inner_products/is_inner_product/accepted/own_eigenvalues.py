"""Computes both properties itself, with one eigenvalue decomposition."""

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        return False
    values = np.linalg.eigvalsh((A + A.T) / 2)
    return values[0] > len(A) * np.finfo(float).eps * abs(values).max()
