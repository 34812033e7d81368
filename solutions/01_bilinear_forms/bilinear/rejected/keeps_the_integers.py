"""Multiplies in the type that came in: small integers overflow, float32 loses digits."""
# caught by: computes_in_float64_whatever_comes_in
# nudge: In which type of number is 100 · 100 computed for int8?

import numpy as np


def bilinear(A, x, y):
    A, x, y = np.asarray(A), np.asarray(x), np.asarray(y)
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0 or (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
