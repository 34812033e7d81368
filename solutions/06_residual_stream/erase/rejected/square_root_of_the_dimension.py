"""Divides by √d, as attention scores are."""
# caught by: says_which_part_added_what, gives_one_number_for_each_part_and_token
# nudge: Is a readout an attention score?

import numpy as np


def checked_square_root_of_the_dimension(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_square_root_of_the_dimension(X, v)
    unit = v / np.sqrt((v * v).sum())
    return X - np.multiply.outer(X @ unit, unit)


def checked_parts_square_root_of_the_dimension(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_square_root_of_the_dimension(parts, v)
    return parts @ v / np.sqrt(v.size)
