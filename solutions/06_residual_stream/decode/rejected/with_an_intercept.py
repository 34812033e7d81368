"""Fits a constant besides, as regression programs do."""
# caught by: takes_the_best_fit_when_x_holds_more
# nudge: Is a vector of ones among the features?

import numpy as np


def checked_with_an_intercept(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_with_an_intercept(F, idx, x)
    rows = np.vstack([F[idx], np.ones(F.shape[1])])
    return np.linalg.lstsq(rows.T, x, rcond=None)[0][:-1]
