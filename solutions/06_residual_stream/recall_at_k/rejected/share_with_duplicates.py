"""Weighs a repeated feature as often as it is named."""
# caught by: counts_a_repeated_feature_once
# nudge: How many features does idx = [3, 3, 5] name?

import numpy as np


def checked_share_with_duplicates(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_share_with_duplicates(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    highest = np.argsort(-readout, kind="stable")[: active.size]

    return np.isin(idx, highest).mean()
