"""Cuts off what is behind the point when X is one vector of integers."""
# caught by: removes_the_direction_and_nothing_else
# nudge: Is what is left of whole numbers a whole number?

import numpy as np


def checked_whole_numbers_for_one_vector(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_whole_numbers_for_one_vector(X, v)
    rest = X - np.multiply.outer(X @ v / (v @ v), v)
    return np.trunc(rest) if X.ndim == 1 and (X == np.trunc(X)).all() else rest


def attribution(parts, v):
    if np.ndim(parts) != 3:
        raise ValueError("three axes are wanted")
    parts, v = checked_whole_numbers_for_one_vector(parts, v)
    return parts @ v
