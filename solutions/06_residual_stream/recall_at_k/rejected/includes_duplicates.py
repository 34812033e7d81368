"""Adds a repeated feature each time it is named."""
# caught by: counts_a_repeated_feature_once
# nudge: How strong is feature 3 in x for idx = [3, 3, 5]?

import numpy as np


def checked_includes_duplicates(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_includes_duplicates(F, idx)
    active = np.unique(idx)
    readout = F @ F[idx].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
