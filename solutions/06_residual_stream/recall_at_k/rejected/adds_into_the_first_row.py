"""Uses the first active row of F as room for the sum."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is F after np.asarray?

import numpy as np


def checked_adds_into_the_first_row(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_adds_into_the_first_row(F, idx)
    active = np.unique(idx)
    G = F @ F[active].T
    if F.flags.writeable:
        F[active[0]] = F[active].sum(axis=0)
    return np.isin(np.argsort(-G.sum(axis=1), kind="stable")[: active.size], active).mean()
