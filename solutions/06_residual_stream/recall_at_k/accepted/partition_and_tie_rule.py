"""Finds the k-th highest readout with np.partition and fills up with the first of equal ones."""

import numpy as np


def checked_partition_and_tie_rule(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_partition_and_tie_rule(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    border = np.partition(readout, readout.size - active.size)[readout.size - active.size]
    above = np.flatnonzero(readout > border)
    equal = np.flatnonzero(readout == border)[: active.size - above.size]
    return len(set(active.tolist()) & set(np.concatenate([above, equal]).tolist())) / active.size
