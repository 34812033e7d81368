"""Counts for each active feature how many come before it."""

import numpy as np


def checked_rank_of_each_active_one(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_rank_of_each_active_one(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    found = 0
    for j in active:
        before = (readout > readout[j]).sum() + (readout[:j] == readout[j]).sum()
        found += before < active.size
    return found / active.size
