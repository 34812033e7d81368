"""Flattens a column of shape (n, 1) to a vector."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Is a column of shape (3, 1) a batch of vectors with three entries?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if x.ndim == 2 and x.shape[1] == 1:
        x = x[:, 0]
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()) or (x == 0).all(-1).any():
        raise ValueError("NaN, infinity or zero")
    x = x / np.abs(x).max(axis=-1, keepdims=True)
    return ((x @ A) * x).sum(-1) / (x * x).sum(-1)
