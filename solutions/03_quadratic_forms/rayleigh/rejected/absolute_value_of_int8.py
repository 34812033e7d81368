"""Looks for the largest entry before it converts: in int8, |-128| is -128."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is np.abs(np.int8(-128))?

import numpy as np


def checked_absolute_value_of_int8(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    return A, x


def rayleigh(A, x):
    A2, x2 = checked_absolute_value_of_int8(A, x)
    m = np.abs(np.asarray(x)).max(-1, keepdims=True)
    x2 = x2 / m
    return ((x2 @ A2) * x2).sum(-1) / (x2 * x2).sum(-1)
