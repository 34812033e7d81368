"""Takes the height after the step, less 1/m, for the height before it."""
# caught by: measures_samples_that_come_twice
# nudge: How high is the staircase before two equal samples?

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
    after = np.searchsorted(ordered, ordered, side="right") / m
    return max((after - F).max(), (F - after + 1 / m).max())
