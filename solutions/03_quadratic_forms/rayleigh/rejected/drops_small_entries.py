"""Sets the entries of x to 0 that are small beside its largest."""
# caught by: is_right_for_matrices_of_every_size
# nudge: A small entry of x may meet a large entry of A. Does it count?
# undiagnosable

import numpy as np


def checked_drops_small_entries(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    return A, x


def rayleigh(A, x):
    A, x = checked_drops_small_entries(A, x)
    x = x / np.abs(x).max(-1, keepdims=True)
    x = np.where(np.abs(x) < 1e-4, 0, x)
    return ((x @ A) * x).sum(-1) / (x * x).sum(-1)
