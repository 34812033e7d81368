"""Cuts an index such as 1.5 to an integer."""
# caught by: refuses_what_does_not_fit
# nudge: Which feature is number 1.5?

import numpy as np


def recall_at_k(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx).astype(int)
    if F.ndim != 2 or idx.max() >= len(F) or not np.isfinite(F).all():
        raise ValueError("the shapes or indices do not fit")
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
