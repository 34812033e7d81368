"""Divides by the length of x, which is 0 when the features cancel."""
# caught by: gives_ties_to_the_lower_index
# nudge: What is the sum of two opposite features?

import numpy as np


def checked_divides_by_the_length_of_x(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, np.unique(idx)


def recall_at_k(F, idx):
    F, active = checked_divides_by_the_length_of_x(F, idx)
    readout = F @ F[active].sum(axis=0)
    if not F[active].sum(axis=0).any():
        return np.nan
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
