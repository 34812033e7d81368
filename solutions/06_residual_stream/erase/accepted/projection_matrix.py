"""Builds the matrix I − v̂v̂ᵀ and multiplies; adds the attributions in loops."""

import numpy as np


def checked_projection_matrix(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_projection_matrix(X, v)
    unit = v / np.linalg.norm(v)
    return X @ (np.eye(v.size) - np.outer(unit, unit))


def checked_parts_projection_matrix(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_projection_matrix(parts, v)
    return np.array(
        [[sum(p * w for p, w in zip(token, v)) for token in part] for part in parts.tolist()]
    )
