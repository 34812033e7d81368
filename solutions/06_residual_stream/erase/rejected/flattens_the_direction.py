"""Flattens a row or column v to a vector."""
# caught by: refuses_parts_that_do_not_fit
# nudge: How many axes has a vector?

import numpy as np


def checked_flattens_the_direction(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_flattens_the_direction(X, v)
    unit = v / np.sqrt((v * v).sum())
    return X - np.multiply.outer(X @ unit, unit)


def attribution(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    v = v.ravel()
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts @ v
