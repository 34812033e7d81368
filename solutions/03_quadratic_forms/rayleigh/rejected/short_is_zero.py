"""Takes a very short vector for a zero vector."""
# caught by: does_not_depend_on_the_length
# nudge: Is 1e-200 zero?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (np.abs(x).max(axis=-1) < 1e-12).any():
        raise ValueError("a zero vector")
    x = x / np.abs(x).max(axis=-1, keepdims=True)
    return ((x @ A) * x).sum(-1) / (x * x).sum(-1)
