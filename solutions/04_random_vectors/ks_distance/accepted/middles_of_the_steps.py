"""Measures from the middle of each step and adds half a step."""

import numpy as np


def checked_sample(x):
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or x.size == 0:
        raise ValueError("wanted samples of shape (m,)")
    if not np.isfinite(x).all():
        raise ValueError("NaN or infinity")
    return x


def ks_distance(x, cdf):
    x = checked_sample(x)
    m = x.size
    F = cdf(np.sort(x))
    return np.abs(F - (np.arange(m) + 0.5) / m).max() + 0.5 / m
