"""Counts the samples below and up to each sample with searchsorted."""

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
    ordered, F = np.sort(x), cdf(x.copy())
    below = np.searchsorted(ordered, x, side="left") / m
    up_to = np.searchsorted(ordered, x, side="right") / m
    return float(np.max([abs(F - below), abs(F - up_to)]))
