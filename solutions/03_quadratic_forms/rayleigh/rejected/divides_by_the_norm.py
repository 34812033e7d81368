"""Divides by a length that is computed from the squares of the entries as they are."""
# caught by: does_not_depend_on_the_length
# nudge: How does np.linalg.norm come to its number?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    u = x / np.linalg.norm(x, axis=-1, keepdims=True)
    return ((u @ A) * u).sum(-1)
