"""Sorts with np.lexsort: readout first, index second."""

import numpy as np


def checked_lexsort(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_lexsort(F, idx)
    active = np.array(sorted(set(idx.tolist())))
    readout = superpose(F, active) @ F.T
    order = np.lexsort((np.arange(readout.size), -readout))
    hits = np.zeros(readout.size, bool)
    hits[active] = True
    return hits[order[: active.size]].sum() / active.size
