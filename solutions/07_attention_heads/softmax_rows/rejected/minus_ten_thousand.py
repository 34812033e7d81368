"""Replaces masked scores by -1e4, which some scores are below."""
# caught by: gives_masked_places_exactly_no_weight
# nudge: Which scores are smaller than your replacement?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    S = np.where(keep, S, -1e4)
    weights = np.exp(S - S.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return np.where(keep.any(axis=-1, keepdims=True), weights, 0.0)
