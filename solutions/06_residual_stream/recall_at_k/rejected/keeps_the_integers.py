"""Reads in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 · 100 in int8?

import numpy as np


def recall_at_k(F, idx):
    F, idx = np.asarray(F), np.asarray(idx)
    if F.ndim != 2 or idx.dtype.kind not in "iu" or idx.max() >= len(F) or not np.isfinite(F).all():
        raise ValueError("the shapes or indices do not fit")
    active = np.unique(idx)
    readout = F @ F[active].sum(axis=0, dtype=F.dtype)
    return np.isin(np.argsort(-1.0 * readout, kind="stable")[: active.size], active).mean()
