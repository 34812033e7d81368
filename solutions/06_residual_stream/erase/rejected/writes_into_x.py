"""Subtracts from the caller’s stream."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is X after np.asarray?

import numpy as np


def checked_writes_into_x(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_writes_into_x(X, v)
    unit = v / np.linalg.norm(v)

    along = np.multiply.outer(X @ unit, unit)
    if X.flags.writeable:
        X -= along
        return X
    return X - along


def checked_parts_writes_into_x(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_writes_into_x(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
