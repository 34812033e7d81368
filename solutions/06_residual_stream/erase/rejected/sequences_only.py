"""Works for sequences of tokens and refuses one vector or a batch."""
# caught by: removes_the_direction_and_nothing_else
# nudge: Which shapes may X have?

import numpy as np


def checked_sequences_only(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_sequences_only(X, v)
    if X.ndim != 2:
        raise ValueError("a sequence is wanted")
    unit = v / np.linalg.norm(v)

    return X - np.outer(X @ unit, unit)


def checked_parts_sequences_only(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_sequences_only(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
