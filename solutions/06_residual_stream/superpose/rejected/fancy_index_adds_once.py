"""Adds into a one-hot vector with +=, which keeps only the last of repeated indices."""
# caught by: adds_a_repeated_feature_each_time
# nudge: What does a[[3, 3]] += 1 do to a[3]?

import numpy as np


def checked_fancy_index_adds_once(F, idx, coef):
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
    F, idx, coef = checked_fancy_index_adds_once(F, idx, coef)
    strength = np.zeros(F.shape[0])
    strength[idx] += coef
    return strength @ F
