"""Takes F with one axis as a single feature."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has F?

import numpy as np


def checked_takes_one_feature_as_a_vector(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    F = np.atleast_2d(F)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, np.unique(idx)


def recall_at_k(F, idx):
    F, active = checked_takes_one_feature_as_a_vector(F, idx)
    readout = F @ F[active].sum(axis=0)
    return np.isin(np.argsort(-readout, kind="stable")[: active.size], active).mean()
