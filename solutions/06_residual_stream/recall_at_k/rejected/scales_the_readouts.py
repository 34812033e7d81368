"""Divides each readout by the length of its feature."""
# caught by: takes_rows_as_they_are_and_readouts_with_their_sign
# nudge: Is F taken as it is?

import numpy as np


def checked_scales_the_readouts(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_scales_the_readouts(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    lengths = np.linalg.norm(F, axis=1)
    readout = readout / (lengths + (lengths == 0))
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
