"""Takes a bare number for a vector of length 1."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What is the shape of a bare number, and what is that of a vector with one entry?

import numpy as np


def checked_takes_a_bare_number(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    return A, x


def rayleigh(A, x):
    A, x = checked_takes_a_bare_number(A, np.atleast_1d(np.asarray(x, dtype=float)))
    x = x / np.abs(x).max(-1, keepdims=True)
    return ((x @ A) * x).sum(-1) / (x * x).sum(-1)
