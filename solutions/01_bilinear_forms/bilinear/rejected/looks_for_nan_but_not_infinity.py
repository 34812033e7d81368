"""Looks for NaN and lets infinity through."""
# caught by: refuses_nan_and_infinity
# nudge: NaN is not the only value that is no finite number.

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0 or (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if any(np.isnan(a).any() for a in (A, x, y)):
        raise ValueError("NaN")
    return ((x @ A) * y).sum(axis=-1)
