"""Asks for each active feature whether its nearest feature is itself."""
# caught by: is_the_share_found_for_random_features
# nudge: Is the sum of the active features read?

import numpy as np


def checked_best_of_each_active_one(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_best_of_each_active_one(F, idx)
    active = np.unique(idx)
    return np.mean([(F @ F[j]).argmax() == j for j in active])
