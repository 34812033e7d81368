"""Lets numpy raise its IndexError for an index outside."""
# caught by: refuses_what_does_not_fit
# nudge: Is IndexError a ValueError?

import numpy as np


def recall_at_k(F, idx):
    F = np.asarray(F, dtype=float)
    if F.ndim != 2 or not np.isfinite(F).all():
        raise ValueError("F must be a finite matrix")
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
