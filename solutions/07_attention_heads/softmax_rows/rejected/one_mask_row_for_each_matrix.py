"""Takes a mask of shape (T, k) for one row per matrix of a batch when the sizes agree."""
# caught by: repeats_a_small_mask_and_refuses_others
# nudge: From which end does broadcasting line up two shapes?

import numpy as np


def softmax_rows(S, mask=None):
    S = np.asarray(S, dtype=float)
    if S.ndim == 0 or not np.isfinite(S).all():
        raise ValueError("S must have an axis and finite entries")
    keep = np.asarray(True if mask is None else mask, dtype=bool)
    # Raises ValueError for a mask that does not fit; broadcast_to never enlarges S.
    if S.ndim == 3 and keep.ndim == 2 and S.shape[0] == S.shape[1]:
        keep = keep[:, None]
    keep = np.broadcast_to(keep, S.shape)
    # The largest score that counts: one that is masked might be far larger, and all others vanish.
    largest = np.where(keep, S, -np.inf).max(axis=-1, keepdims=True)
    largest[np.isinf(largest)] = 0  # nothing is kept in this row
    weights = np.exp(np.where(keep, S - largest, -np.inf))
    total = weights.sum(axis=-1, keepdims=True)
    return weights / np.where(total == 0, 1, total)
