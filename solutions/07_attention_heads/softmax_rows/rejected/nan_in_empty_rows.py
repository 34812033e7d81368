"""Divides 0 by 0 in a row that is masked completely."""
# caught by: leaves_masked_places_out, gives_masked_places_exactly_no_weight, repeats_a_small_mask_and_refuses_others
# nudge: What does the docstring say about such a row?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    keep = np.broadcast_to(keep, S.shape)
    with np.errstate(all="ignore"):
        S = np.where(keep, S, -np.inf)
        weights = np.exp(S - S.max(axis=-1, keepdims=True))
        return weights / weights.sum(axis=-1, keepdims=True)
