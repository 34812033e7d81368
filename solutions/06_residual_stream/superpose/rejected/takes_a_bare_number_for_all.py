"""Gives a bare number as coef to every feature."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has a vector of coefficients?

import numpy as np


def checked_takes_a_bare_number_for_all(F, idx, coef):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    coef = np.ones(idx.size) if coef is None else np.asarray(coef, dtype=float)
    if coef.ndim == 0:
        coef = np.full(idx.shape, coef)
    if coef.shape != idx.shape:
        raise ValueError("one coefficient for each index is wanted")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    return F, idx, coef


def superpose(F, idx, coef=None):
    F, idx, coef = checked_takes_a_bare_number_for_all(F, idx, coef)
    return coef @ F[idx]
