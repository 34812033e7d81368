"""Looks only for the staircase above F."""
# caught by: measures_the_gap_below, finds_the_largest_gap_wherever_it_is
# nudge: What is the gap just before a step?

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
    return (np.arange(1, m + 1) / m - F).max()
