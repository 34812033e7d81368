"""Replaces masked scores by -1e9; a fully masked row becomes uniform."""
# caught by: leaves_masked_places_out, gives_masked_places_exactly_no_weight, repeats_a_small_mask_and_refuses_others
# nudge: What is left in a row where every score is -1e9?
# twin of: uniform_where_masked_completely

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    S = np.where(keep, S, -1e9)
    weights = np.exp(S - S.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)
