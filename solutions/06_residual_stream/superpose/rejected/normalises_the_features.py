"""Scales each feature to length 1 first."""
# caught by: adds_two_features_of_three, adds_features_for_every_shape_and_order
# nudge: Which row of the example has not length 1, and did you change it?

import numpy as np


def checked_normalises_the_features(F, idx, coef):
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
    F, idx, coef = checked_normalises_the_features(F, idx, coef)
    rows = F[idx]
    return coef @ (
        rows
        / (np.linalg.norm(rows, axis=1, keepdims=True) + (rows == 0).all(axis=1, keepdims=True))
    )
