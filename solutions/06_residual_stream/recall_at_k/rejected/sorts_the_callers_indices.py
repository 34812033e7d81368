"""Sorts the caller’s idx in place."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is idx after np.asarray?

import numpy as np


def checked_sorts_the_callers_indices(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_sorts_the_callers_indices(F, idx)
    if idx.flags.writeable:
        idx.sort()
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
