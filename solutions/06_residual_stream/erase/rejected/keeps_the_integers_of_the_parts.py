"""Multiplies in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Which numbers can an integer array hold?

import numpy as np


def checked_keeps_the_integers_of_the_parts(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_keeps_the_integers_of_the_parts(X, v)
    unit = v / np.sqrt((v * v).sum())
    return X - np.multiply.outer(X @ unit, unit)


def attribution(parts, v):
    parts, v = np.asarray(parts), np.asarray(v)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return (parts * v.astype(v.dtype)).astype(parts.dtype).sum(axis=-1)
