"""Returns √m·D."""
# caught by: measures_the_gap_above, finds_the_largest_gap_wherever_it_is
# nudge: Can a distance of two probabilities exceed 1?

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
    return np.sqrt(m) * max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
