"""Lets an active zero row pass when its coefficient is 0."""
# caught by: refuses_what_does_not_fit
# nudge: Is row i read when its coefficient is 0?

import numpy as np


def checked_zero_row_with_coefficient_zero(F, idx, coef):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    coef = np.asarray(coef, dtype=float)
    if coef.shape != idx.shape:
        raise ValueError("one coefficient for each index is wanted")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    return F, idx, coef


def interference(F, idx, coef):
    F, idx, coef = checked_zero_row_with_coefficient_zero(F, idx, coef)
    lengths = np.linalg.norm(F[idx], axis=1)
    if (coef[lengths == 0] != 0).any():
        raise ValueError("an active feature is zero")
    U = F[idx] / np.where(lengths == 0, 1, lengths)[:, None]
    return U @ (coef @ U) - coef
