"""Fits relative errors of the entries of x."""
# caught by: takes_the_best_fit_when_x_holds_more
# nudge: Which sum of squares is minimised?

import numpy as np


def checked_weights_by_the_coefficients(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_weights_by_the_coefficients(F, idx, x)
    w = 1 / np.where(x == 0, 1.0, np.abs(x))
    return np.linalg.lstsq(F[idx].T * w[:, None], x * w, rcond=None)[0]
