"""Gives masked places the weight 1e-12."""
# caught by: gives_masked_places_exactly_no_weight, repeats_a_small_mask_and_refuses_others, leaves_its_arguments_unchanged_and_computes_in_float64
# nudge: Exactly 0 is not 1e-12.
# undiagnosable

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
    return np.where(keep, weights / np.where(total == 0, 1, total), 1e-12)
