"""Averages (Ax)_i / x_i, which is the quotient for eigenvectors only."""
# caught by: gives_one_number_for_each_vector_of_a_batch, is_right_for_matrices_of_every_size
# nudge: What if an entry of x is 0?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    x = x / np.abs(x).max(axis=-1, keepdims=True)
    return ((x @ A) / x).mean(-1)
