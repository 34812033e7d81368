"""Refuses a v that has a zero entry."""
# caught by: does_not_depend_on_the_length_of_v
# nudge: Is (0, 1) a direction?

import numpy as np


def checked_refuses_zeros_in_v(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_refuses_zeros_in_v(X, v)
    if not v.all():
        raise ValueError("v has a zero")
    unit = v / np.linalg.norm(v)

    return X - np.multiply.outer(X @ unit, unit)


def checked_parts_refuses_zeros_in_v(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_refuses_zeros_in_v(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
