"""Asks the distribution function for each sample separately, as an array of length 1."""

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
    F = np.array([cdf(np.array([value]))[0] for value in np.sort(x)])
    i = np.arange(1, m + 1)
    return np.asarray(max(np.max(i / m - F), np.max(F - (i - 1) / m)))
