"""Looks at 1000 evenly spaced points instead of the samples."""
# caught by: measures_the_gap_above, measures_the_gap_below, finds_the_largest_gap_wherever_it_is
# nudge: Where exactly is the largest gap?

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
    grid = np.linspace(x.min() - 1, x.max() + 1, 1000)
    staircase = np.searchsorted(np.sort(x), grid, side="right") / m
    return abs(staircase - cdf(grid)).max()
