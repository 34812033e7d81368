"""Takes the symmetric part and products of rows and columns."""

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    S = (A + A.T) / 2
    x = x / np.abs(x).max(axis=-1, keepdims=True)
    row, column = x[..., None, :], x[..., :, None]
    return ((row @ S @ column) / (row @ column))[..., 0, 0]
