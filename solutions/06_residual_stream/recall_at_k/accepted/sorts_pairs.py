"""Sorts pairs of minus the readout and the index, in Python."""

import numpy as np


def checked_sorts_pairs(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_sorts_pairs(F, idx)
    chosen = sorted(set(idx.tolist()))
    x = sum(F[j] for j in chosen)
    pairs = sorted((-float(f @ x), j) for j, f in enumerate(F))
    found = {j for _, j in pairs[: len(chosen)]}
    return len(found.intersection(chosen)) / len(chosen)
