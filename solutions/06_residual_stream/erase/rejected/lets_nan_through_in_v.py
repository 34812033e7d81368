"""Looks for NaN in X only."""
# caught by: refuses_a_direction_that_is_none_or_does_not_fit
# nudge: What if v holds NaN?

import numpy as np


def erase(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape:
        raise ValueError("the shapes do not fit")
    if not np.isfinite(X).all():
        raise ValueError("NaN or infinity")
    if not v.any():
        raise ValueError("v is zero")
    unit = v / np.linalg.norm(v)
    return X - (X @ unit)[..., None] * unit


def checked_parts_lets_nan_through_in_v(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_lets_nan_through_in_v(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
