"""Leaves out indices that name no feature."""
# caught by: refuses_what_does_not_fit
# nudge: Which feature is number 4 of four?

import numpy as np


def recall_at_k(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.dtype.kind not in "iu" or not np.isfinite(F).all():
        raise ValueError("the shapes do not fit")
    active = np.unique(idx[idx < len(F)])
    if active.size == 0:
        return 0.0
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
