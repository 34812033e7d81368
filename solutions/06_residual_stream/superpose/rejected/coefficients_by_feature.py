"""Reads coef as if it had one entry for each feature, not for each index."""
# caught by: adds_features_for_every_shape_and_order
# nudge: coef has k entries: which index of your sum runs over them?

import numpy as np


def checked_coefficients_by_feature(F, idx, coef):
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
    F, idx, coef = checked_coefficients_by_feature(F, idx, coef)
    return np.resize(coef, F.shape[0])[idx] @ F[idx]
