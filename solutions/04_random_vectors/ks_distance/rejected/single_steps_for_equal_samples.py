"""Sees different values only, each with a step of height 1/m."""
# caught by: measures_samples_that_come_twice
# nudge: How high is the step of a sample that comes twice?

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
    ordered = np.unique(x)
    F, k = cdf(ordered), ordered.size
    return max((np.arange(1, k + 1) / m - F).max(), (F - np.arange(k) / m).max())
