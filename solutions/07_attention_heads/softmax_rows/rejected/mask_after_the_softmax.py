"""Sets masked weights to 0 afterwards, so the rest does not sum to 1."""
# caught by: leaves_masked_places_out, gives_masked_places_exactly_no_weight, repeats_a_small_mask_and_refuses_others
# nudge: Who takes part in the sum?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    weights = np.exp(S - S.max(axis=-1, keepdims=True))
    return np.where(keep, weights / weights.sum(axis=-1, keepdims=True), 0.0)
