"""Raises negative readouts to 0, so that they all are equal."""
# caught by: takes_rows_as_they_are_and_readouts_with_their_sign
# nudge: Which is higher, −1 or −2?

import numpy as np


def checked_negative_readouts_count_as_zero(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, np.unique(idx)


def recall_at_k(F, idx):
    F, active = checked_negative_readouts_count_as_zero(F, idx)
    readout = np.maximum(F @ F[active].sum(axis=0), 0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
