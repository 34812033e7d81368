"""Goes through the vectors one by one with math.hypot for the length."""

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    import math

    values = np.empty(x.shape[:-1])
    for index in np.ndindex(x.shape[:-1]):
        u = x[index] / math.hypot(*x[index])
        values[index] = u @ A @ u
    return values if values.ndim else float(values)
