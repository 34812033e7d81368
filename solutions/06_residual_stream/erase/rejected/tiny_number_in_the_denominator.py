"""Adds 1e-8 to v·v so that nothing is divided by 0."""
# caught by: does_not_depend_on_the_length_of_v
# nudge: What is 1e-8 beside a v·v of 1e-18?

import numpy as np


def checked_tiny_number_in_the_denominator(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_tiny_number_in_the_denominator(X, v)
    return X - np.multiply.outer(X @ v, v) / (v @ v + 1e-8)


def checked_parts_tiny_number_in_the_denominator(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_tiny_number_in_the_denominator(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
