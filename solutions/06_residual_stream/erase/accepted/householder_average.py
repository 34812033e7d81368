"""Averages x and its mirror image; scales v to length 1 for the attribution too."""

import numpy as np


def checked_householder_average(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_householder_average(X, v)
    unit = v / np.linalg.norm(v)
    mirrored = X - 2 * np.multiply.outer(X @ unit, unit)
    return (X + mirrored) / 2


def checked_parts_householder_average(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_householder_average(parts, v)
    return np.einsum("...d,d", parts, v / np.linalg.norm(v))
