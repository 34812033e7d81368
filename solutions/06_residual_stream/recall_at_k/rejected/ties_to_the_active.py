"""Gives ties to the active features."""
# caught by: gives_ties_to_the_lower_index
# nudge: Does the reader know which feature is active?

import numpy as np


def checked_ties_to_the_active(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_ties_to_the_active(F, idx)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)

    quiet = np.ones(readout.size)
    quiet[active] = 0
    return np.isin(np.lexsort((quiet, -readout))[: active.size], active).mean()
