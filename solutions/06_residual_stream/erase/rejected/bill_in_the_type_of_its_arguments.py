"""Multiplies parts and v in float32 when both are."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which type are the products added up?

import numpy as np


def checked_bill_in_the_type_of_its_arguments(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_bill_in_the_type_of_its_arguments(X, v)
    return X - np.multiply.outer(X @ v / (v @ v), v)


def attribution(parts, v):
    if np.ndim(parts) != 3:
        raise ValueError("three axes are wanted")
    checked_bill_in_the_type_of_its_arguments(parts, v)
    return np.asarray(parts) @ np.asarray(v)
