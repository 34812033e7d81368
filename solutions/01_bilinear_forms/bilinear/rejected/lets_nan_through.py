"""Checks the shapes but returns NaN for NaN."""
# caught by: refuses_nan_and_infinity
# nudge: What does a sum become when one of its terms is NaN?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0 or (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    return ((x @ A) * y).sum(axis=-1)
