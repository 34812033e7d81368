"""Rounds the bill of integer parts towards zero."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Is the dot product of whole numbers with v a whole number?

import numpy as np


def checked_whole_numbers_in_the_bill(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_whole_numbers_in_the_bill(X, v)
    return X - np.multiply.outer(X @ v / (v @ v), v)


def attribution(parts, v):
    if np.ndim(parts) != 3:
        raise ValueError("three axes are wanted")
    whole = np.asarray(parts).dtype.kind in "iu"
    parts, v = checked_whole_numbers_in_the_bill(parts, v)
    return np.trunc(parts @ v) if whole else parts @ v
