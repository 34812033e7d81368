"""Leaves to numpy which of equal values comes first."""
# caught by: gives_ties_to_the_lower_index
# nudge: What does numpy promise about equal values if you do not ask?

import numpy as np


def checked_unstable_sort(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_unstable_sort(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    return np.isin(np.argsort(-readout)[: active.size], active).mean()
