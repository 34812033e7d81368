"""Minimises the sum of absolute errors by reweighting."""
# caught by: takes_the_best_fit_when_x_holds_more
# nudge: Which sum is minimised: of sizes or of squares?

import numpy as np


def checked_sum_of_absolute_errors(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_sum_of_absolute_errors(F, idx, x)
    A = F[idx].T
    c = np.linalg.lstsq(A, x, rcond=None)[0]
    for _ in range(20):
        rest = np.abs(x - A @ c)
        w = 1 / np.sqrt(np.maximum(rest, 1e-6 * (np.abs(x).max() or 1.0)))
        c = np.linalg.lstsq(A * w[:, None], x * w, rcond=None)[0]
    return c
