"""Reads the quotient as a weighted sum of the entries of A."""

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    u = x / np.abs(x).max(axis=-1, keepdims=True)
    weights = u[..., :, None] * u[..., None, :]
    weights = weights / np.trace(weights, axis1=-2, axis2=-1)[..., None, None]
    return np.sum(A * weights, axis=(-2, -1))
