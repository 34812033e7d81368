"""Scales the caller’s v to length 1."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is v after np.asarray?

import numpy as np


def checked_normalises_v_in_place(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_normalises_v_in_place(X, v)
    unit = v if v.flags.writeable else v.copy()
    unit /= np.linalg.norm(unit)
    return X - np.multiply.outer(X @ unit, unit)


def checked_parts_normalises_v_in_place(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_normalises_v_in_place(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
