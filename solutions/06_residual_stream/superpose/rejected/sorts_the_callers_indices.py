"""Sorts the caller’s idx in place when there are no coefficients."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose list do you sort?

import numpy as np


def checked_sorts_the_callers_indices(F, idx, coef):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    coef = np.ones(idx.size) if coef is None else np.asarray(coef, dtype=float)
    if coef.shape != idx.shape:
        raise ValueError("one coefficient for each index is wanted")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    return F, idx, coef


def superpose(F, idx, coef=None):
    if coef is None and isinstance(idx, (list, np.ndarray)):
        idx.sort()
    F, idx, coef = checked_sorts_the_callers_indices(F, idx, coef)
    return coef @ F[idx]
