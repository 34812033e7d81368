"""Clips the scores to keep the exponentials finite."""
# caught by: survives_scores_of_every_size, gives_masked_places_exactly_no_weight
# nudge: Two scores of 800 and 900 are not equally large.

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    weights = np.where(keep, np.exp(np.clip(S, -700, 700)), 0.0)
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
