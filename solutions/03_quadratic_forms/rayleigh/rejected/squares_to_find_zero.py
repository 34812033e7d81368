"""Finds a zero vector by xᵀx = 0, which takes a short vector for one."""
# caught by: does_not_depend_on_the_length
# nudge: What is 1e-200 squared in float64?
# twin of: short_is_zero

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if ((x * x).sum(-1) == 0).any():
        raise ValueError("zero")
    x = x / np.abs(x).max(axis=-1, keepdims=True)
    return ((x @ A) * x).sum(-1) / (x * x).sum(-1)
