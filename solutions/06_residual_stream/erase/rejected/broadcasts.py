"""Multiplies and sums, so that lengths of 1 are stretched."""
# caught by: refuses_a_direction_that_is_none_or_does_not_fit
# nudge: Which shapes does broadcasting accept that you should not?

import numpy as np


def erase(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    if not v.any():
        raise ValueError("v is zero")
    unit = v / np.linalg.norm(v)
    return X - (X * unit).sum(axis=-1, keepdims=True) * unit


def checked_parts_broadcasts(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_broadcasts(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
