"""Raises an error when x is no combination of the active features."""
# caught by: takes_the_best_fit_when_x_holds_more
# nudge: What is asked for when no combination fits exactly?

import numpy as np


def checked_refuses_a_rest(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_refuses_a_rest(F, idx, x)
    c, *_ = np.linalg.lstsq(F[idx].T, x, rcond=None)
    if np.linalg.norm(c @ F[idx] - x) > 1e-6 * np.linalg.norm(x):
        raise ValueError("x holds something else")
    return c
