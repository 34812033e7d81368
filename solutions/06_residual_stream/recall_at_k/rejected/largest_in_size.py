"""Takes the readouts that are largest in size."""
# caught by: is_the_share_found_for_random_features, takes_rows_as_they_are_and_readouts_with_their_sign
# nudge: Is a readout of −9 high?

import numpy as np


def checked_largest_in_size(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_largest_in_size(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    return np.isin(np.argsort(-np.abs(readout), kind="stable")[: active.size], active).mean()
