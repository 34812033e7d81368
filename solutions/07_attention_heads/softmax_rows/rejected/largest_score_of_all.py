"""Subtracts the largest score of all from every row, and low rows vanish."""
# caught by: survives_scores_of_every_size
# nudge: Which scores does a row share its weights with?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    weights = np.exp(np.where(keep, S - S.max(initial=-np.inf, where=keep), -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
