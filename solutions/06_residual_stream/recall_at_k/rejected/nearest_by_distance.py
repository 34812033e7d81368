"""Takes the features nearest to x instead of those that read highest."""
# caught by: takes_rows_as_they_are_and_readouts_with_their_sign
# nudge: Which number is large when feature i is active?

import numpy as np


def checked_nearest_by_distance(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_nearest_by_distance(F, idx)
    active = np.unique(idx)
    x = F[active].sum(axis=0)
    far = ((F - x) ** 2).sum(axis=1)
    return np.isin(np.argsort(far, kind="stable")[: active.size], active).mean()
