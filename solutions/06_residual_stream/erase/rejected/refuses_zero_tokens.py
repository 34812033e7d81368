"""Refuses tokens that are zero, although there is nothing to remove."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Which of the two arguments may not be zero?

import numpy as np


def checked_refuses_zero_tokens(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_refuses_zero_tokens(X, v)
    if not X.any():
        raise ValueError("X is zero")
    return X - np.multiply.outer(X @ v / (v @ v), v)


def attribution(parts, v):
    if np.ndim(parts) != 3:
        raise ValueError("three axes are wanted")
    parts, v = checked_refuses_zero_tokens(parts, v)
    return parts @ v
