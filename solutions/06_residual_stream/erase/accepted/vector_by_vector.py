"""Goes through the vectors one by one; multiplies and sums for the attribution."""

import numpy as np


def checked_vector_by_vector(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_vector_by_vector(X, v)
    unit = v / np.abs(v).max()
    unit = unit / np.sqrt(unit @ unit)
    flat = X.reshape(-1, v.size)
    return np.array([x - unit * float(unit @ x) for x in flat]).reshape(X.shape)


def checked_parts_vector_by_vector(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_vector_by_vector(parts, v)
    return (parts * v).sum(axis=-1)
