"""Writes out all n·n products for each vector and adds them."""

import numpy as np


def checked_all_products_of_each_vector(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    return A, x


def rayleigh(A, x):
    A, x = checked_all_products_of_each_vector(A, x)
    x = x / np.abs(x).max(-1, keepdims=True)
    return (x[..., :, None] * A * x[..., None, :]).sum((-2, -1)) / (x * x).sum(-1)
