"""Sorts the values of the distribution function instead of the samples."""

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
    F = np.sort(cdf(x))
    steps = np.linspace(0, 1, m + 1)
    return np.concatenate([abs(steps[1:] - F), abs(steps[:-1] - F)]).max()
