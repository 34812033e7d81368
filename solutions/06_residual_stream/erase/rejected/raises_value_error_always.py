"""Raises ValueError for every argument."""
# caught by: removes_a_direction_from_two_tokens, refuses_a_direction_that_is_none_or_does_not_fit, reads_any_numbers_and_leaves_them_unchanged
# nudge: What do right arguments give?

import numpy as np


def checked_raises_value_error_always(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_raises_value_error_always(X, v)
    raise ValueError("no")


def checked_parts_raises_value_error_always(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_raises_value_error_always(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
