"""Applies A to y first, in longer numbers, and returns a Python float for one pair."""

import numpy as np


def checked_y_first_in_long_double(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = (a.astype(np.longdouble) for a in checked_y_first_in_long_double(A, x, y))
    value = np.asarray((x * (A @ y[..., None])[..., 0]).sum(-1), dtype=np.float64)
    return float(value) if value.ndim == 0 else value
