"""Compares the counts of ten bins."""
# caught by: measures_the_gap_above, measures_the_gap_below, finds_the_largest_gap_wherever_it_is
# nudge: What is lost within a bin?

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
    edges = np.linspace(x.min(), x.max() + 1e-9, 11)
    counts, _ = np.histogram(x, edges)
    return abs(counts / m - np.diff(cdf(edges))).max()
