"""Computes v·v in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 · 100 in int8?

import numpy as np


def erase(X, v):
    X, v = np.asarray(X), np.asarray(v)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    length = np.sqrt(np.abs(float(v @ v))) or 1.0
    unit = v / length
    return X - np.multiply.outer(X @ unit, unit)


def checked_parts_keeps_the_integers(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_keeps_the_integers(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
