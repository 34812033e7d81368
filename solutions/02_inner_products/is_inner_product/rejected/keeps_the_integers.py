"""Computes with the integers it was given, which overflow in int8."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 + 100 in int8?

import numpy as np


def is_inner_product(A):
    A = np.asarray(A)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        return False
    values = np.linalg.eigvalsh((A + A.T) / 2)
    return bool(values[0] > len(A) * np.finfo(float).eps * abs(values).max())
