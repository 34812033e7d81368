"""Adds 1e-9 to the sum to avoid a division by zero."""
# caught by: survives_scores_of_every_size, works_along_the_last_axis, gives_masked_places_exactly_no_weight
# nudge: Do the weights of a row still sum to 1? Which rows have the sum 0?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0
    weights = np.exp(np.where(keep, S - largest, -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / (total + 1e-9)
