"""Sorts by minus the readout in unsigned integers, where −0 stays the smallest."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is −250 in unsigned integers, and what is −0?

import numpy as np


def checked_minus_of_unsigned_numbers(F, idx):
    F, idx = np.asarray(F), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, np.unique(idx)


def recall_at_k(F, idx):
    F, active = checked_minus_of_unsigned_numbers(F, idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
