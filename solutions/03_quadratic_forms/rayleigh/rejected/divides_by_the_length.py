"""Divides by ‖x‖ where ‖x‖² is wanted."""
# caught by: gives_5_for_the_example, is_right_for_matrices_of_every_size
# nudge: What is your value at 2x?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    return ((x @ A) * x).sum(-1) / np.linalg.norm(x, axis=-1)
