"""Takes a feature’s own part out of its readout."""
# caught by: finds_both_of_two_and_one_of_two, is_the_share_found_for_random_features
# nudge: Is F x read, or less?

import numpy as np


def checked_leaves_itself_out(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_leaves_itself_out(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    readout[active] -= (F[active] ** 2).sum(axis=1)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
