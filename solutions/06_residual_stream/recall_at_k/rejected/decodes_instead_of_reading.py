"""Solves for all coefficients instead of reading."""
# caught by: is_the_share_found_for_random_features
# nudge: What does F x give for each feature?

import numpy as np


def checked_decodes_instead_of_reading(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_decodes_instead_of_reading(F, idx)
    active = np.unique(idx)
    c = np.linalg.pinv(F.T) @ F[active].sum(axis=0)
    return np.isin(np.argsort(-c, kind="stable")[: active.size], active).mean()
