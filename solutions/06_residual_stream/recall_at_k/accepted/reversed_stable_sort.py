"""Sorts the reversed readouts ascending, and reads the result backwards."""

import numpy as np


def checked_reversed_stable_sort(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_reversed_stable_sort(F, idx)
    active = np.flatnonzero(np.bincount(idx.astype(int), minlength=len(F)))
    readout = (F[active] @ F.T).sum(axis=0)
    order = len(F) - 1 - np.argsort(readout[::-1], kind="stable")[::-1]
    return np.float64(np.intersect1d(order[: active.size], active).size) / active.size
