"""Puts the result into an array of X’s type: integers lose their fractions."""
# caught by: removes_a_direction_from_two_tokens, reads_any_numbers_and_leaves_them_unchanged
# nudge: Which numbers can an integer array hold?

import numpy as np


def erase(X, v):
    X, v = np.asarray(X), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    unit = v / np.linalg.norm(v)
    Y = np.empty_like(X)
    Y[...] = X - np.multiply.outer(X @ unit, unit)
    return Y


def checked_parts_result_in_the_type_of_x(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_result_in_the_type_of_x(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
