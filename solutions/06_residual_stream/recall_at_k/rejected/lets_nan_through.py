"""Checks the shape and indices but not the numbers."""
# caught by: refuses_what_does_not_fit
# nudge: Where does NaN come in a sorted list?

import numpy as np


def recall_at_k(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.dtype.kind not in "iu" or idx.max() >= len(F):
        raise ValueError("the shapes or indices do not fit")
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
