"""Erases the direction from the sum of the tokens and shares the loss."""
# caught by: removes_a_direction_from_two_tokens, removes_the_direction_and_nothing_else
# nudge: Does each token lose its own part?
# twin of: mean_projection

import numpy as np


def checked_same_for_all_tokens(X, v):
    X, v = np.asarray(X, dtype=float), np.asarray(v, dtype=float)
    if v.ndim != 1 or X.ndim == 0 or X.shape[-1:] != v.shape or not v.any():
        raise ValueError("vectors and a direction of their length are wanted")
    if not (np.isfinite(X).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return X, v


def erase(X, v):
    X, v = checked_same_for_all_tokens(X, v)
    unit = v / np.linalg.norm(v)

    flat = X.reshape(-1, v.size)
    return X - (flat @ unit).sum() * unit / len(flat)


def checked_parts_same_for_all_tokens(parts, v):
    parts, v = np.asarray(parts, dtype=float), np.asarray(v, dtype=float)
    if parts.ndim != 3 or v.shape != parts.shape[2:]:
        raise ValueError("parts (L, T, d) and v (d,) are wanted")
    if not (np.isfinite(parts).all() and np.isfinite(v).all()):
        raise ValueError("NaN or infinity")
    return parts, v


def attribution(parts, v):
    parts, v = checked_parts_same_for_all_tokens(parts, v)
    return np.einsum("ltd,d->lt", parts, v)
