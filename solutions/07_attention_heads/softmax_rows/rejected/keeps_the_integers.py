"""Subtracts in the integers it is given, which overflow."""
# caught by: leaves_its_arguments_unchanged_and_computes_in_float64
# nudge: What is -100 - 100 in int8?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0
    weights = np.exp(
        np.where(keep, S - np.where(np.isinf(largest), 0, largest).astype(S.dtype), -np.inf)
    )
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
