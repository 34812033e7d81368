"""Multiplies by A and by x before it divides by the length twice."""
# caught by: does_not_depend_on_the_length
# nudge: Which of your products is the largest number on the way?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    top = np.abs(x).max(axis=-1, keepdims=True)
    numerator = ((x @ A) * x).sum(-1)
    u = x / top
    return numerator / top[..., 0] / top[..., 0] / (u * u).sum(-1)
