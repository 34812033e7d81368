"""Takes the number of samples strictly below for both sides."""
# caught by: measures_samples_that_come_twice
# nudge: How high is the staircase after two equal samples?

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
    ordered = np.sort(x)
    F = cdf(ordered)
    before = np.searchsorted(ordered, ordered, side="left") / m
    return max((before + 1 / m - F).max(), (F - before).max())
