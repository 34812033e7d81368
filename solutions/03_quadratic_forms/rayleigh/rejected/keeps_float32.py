"""Computes in float32 when float32 comes in."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which precision is the result wanted?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A), np.asarray(x)
    if A.dtype.kind in "iu" or x.dtype.kind in "iu":
        A, x = A.astype(float), x.astype(float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    x = x / np.abs(x).max(axis=-1, keepdims=True)
    return ((x @ A) * x).sum(-1) / (x * x).sum(-1)
