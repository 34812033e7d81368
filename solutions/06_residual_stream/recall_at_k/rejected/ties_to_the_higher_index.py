"""Turns an ascending order around, which gives ties to the higher index."""
# caught by: gives_ties_to_the_lower_index
# nudge: Which of two equal readouts comes first after [::-1]?

import numpy as np


def checked_ties_to_the_higher_index(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_ties_to_the_higher_index(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    return np.isin(np.argsort(readout, kind="stable")[::-1][: active.size], active).mean()
