"""Projects onto an orthonormal basis of what is orthogonal to v, found with QR."""

import numpy as np


def checked_orthonormal_complement(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_orthonormal_complement(X, v)
    basis = np.linalg.qr(np.column_stack([v / np.linalg.norm(v), np.eye(v.size)]))[0][:, 1:]
    return (X @ basis) @ basis.T


def checked_parts_orthonormal_complement(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_orthonormal_complement(parts, v)
    return parts.reshape(-1, v.size).dot(v).reshape(parts.shape[:2])
