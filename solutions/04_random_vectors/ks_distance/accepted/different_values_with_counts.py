"""Steps through the different values with their counts."""

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
    values, counts = np.unique(x, return_counts=True)
    after = np.cumsum(counts) / m
    before = after - counts / m
    F = cdf(values)
    return max((after - F).max(), (F - before).max())
