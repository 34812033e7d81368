"""Keeps the summed axis with length 1."""
# caught by: gives_5_for_the_example, gives_one_number_for_each_vector_of_a_batch, is_right_for_matrices_of_every_size, takes_batches_of_any_depth
# nudge: Which shape is asked for?

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
    return ((x @ A) * x).sum(-1, keepdims=True) / (x * x).sum(-1, keepdims=True)
