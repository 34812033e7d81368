"""Takes the k lowest readouts."""
# caught by: finds_both_of_two_and_one_of_two, is_the_share_found_for_random_features
# nudge: In which order does np.argsort sort?

import numpy as np


def checked_takes_the_lowest(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_takes_the_lowest(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    return np.isin(np.argsort(readout, kind="stable")[: active.size], active).mean()
