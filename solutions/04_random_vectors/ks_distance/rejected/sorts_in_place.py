"""Sorts the caller’s own samples."""
# caught by: leaves_the_samples_unchanged
# nudge: Whose array does x.sort() sort?

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
    x.sort()
    F = cdf(x)
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
