"""Trusts F to be a matrix."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has F?

import numpy as np


def recall_at_k(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if idx.dtype.kind not in "iu" or idx.max() >= len(F) or not np.isfinite(F).all():
        raise ValueError("the indices do not fit")
    F = F.reshape(len(F), -1)
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
