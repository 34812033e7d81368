"""Divides by v·v at the end, and uses tensordot."""

import numpy as np


def checked_divides_by_v_dot_v(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_divides_by_v_dot_v(X, v)
    along = np.expand_dims(X @ v / np.dot(v, v), -1)
    return X - along * v


def checked_parts_divides_by_v_dot_v(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_divides_by_v_dot_v(parts, v)
    return np.tensordot(parts, v, axes=(2, 0))
