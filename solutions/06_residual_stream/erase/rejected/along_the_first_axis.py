"""Takes the first axis for the coordinates when the sizes allow it."""
# caught by: removes_a_direction_from_two_tokens, removes_the_direction_and_nothing_else
# nudge: Is a token a row or a column of X?

import numpy as np


def checked_along_the_first_axis(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_along_the_first_axis(X, v)
    unit = v / np.linalg.norm(v)

    if X.ndim == 2 and X.shape[0] == X.shape[1]:
        return X - np.outer(unit, unit @ X)
    return X - np.multiply.outer(X @ unit, unit)


def checked_parts_along_the_first_axis(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_along_the_first_axis(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
