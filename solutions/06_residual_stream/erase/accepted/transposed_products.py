"""Works with the vectors in columns, and returns the attribution as nested lists."""

import numpy as np


def checked_transposed_products(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_transposed_products(X, v)
    unit = v / np.linalg.norm(v)
    columns = X.reshape(-1, v.size).T
    columns = columns - unit[:, None] @ (unit[None, :] @ columns)
    return columns.T.reshape(X.shape)


def checked_parts_transposed_products(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_transposed_products(parts, v)
    return [[float(np.vdot(v, token)) for token in part] for part in parts]
