"""Takes a short v for the zero vector."""
# caught by: does_not_depend_on_the_length_of_v
# nudge: Is 1e-50 times a direction no direction?

import numpy as np


def checked_short_v_counts_as_zero(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_short_v_counts_as_zero(X, v)
    if np.linalg.norm(v) < 1e-12:
        raise ValueError("v is zero")
    unit = v / np.linalg.norm(v)

    return X - np.multiply.outer(X @ unit, unit)


def checked_parts_short_v_counts_as_zero(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_short_v_counts_as_zero(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
