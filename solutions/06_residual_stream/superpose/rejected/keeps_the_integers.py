"""Adds in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which type of number is 100 + 100 computed for int8?

import numpy as np


def superpose(F, idx, coef=None):
    F, idx = np.asarray(F), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or idx.max() >= F.shape[0]:
        raise ValueError("the shapes or indices do not fit")
    if coef is None:
        coef = np.ones(idx.size, dtype=F.dtype)
    coef = np.asarray(coef)
    if coef.shape != idx.shape or not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("the coefficients do not fit")
    return coef @ F[idx]
