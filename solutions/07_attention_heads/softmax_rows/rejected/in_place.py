"""Subtracts the largest score from the caller's array."""
# caught by: leaves_its_arguments_unchanged_and_computes_in_float64
# nudge: Whose array does S -= … write into?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0
    S -= largest
    weights = np.exp(np.where(keep, S, -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
