"""Rounds the readouts to six digits before they are compared."""
# caught by: takes_rows_as_they_are_and_readouts_with_their_sign
# nudge: What is left of 1e-190 after rounding?

import numpy as np


def checked_rounds_the_readouts(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_rounds_the_readouts(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    return np.isin(np.argsort(-np.round(readout, 6), kind="stable")[: active.size], active).mean()
