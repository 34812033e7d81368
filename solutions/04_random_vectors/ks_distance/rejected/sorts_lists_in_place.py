"""Sorts the caller’s list."""
# caught by: leaves_the_samples_unchanged
# nudge: Whose list does x.sort() sort?

import numpy as np


def checked_sample(x):
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or x.size == 0:
        raise ValueError("wanted samples of shape (m,)")
    if not np.isfinite(x).all():
        raise ValueError("NaN or infinity")
    return x


def ks_distance(x, cdf):
    checked_sample(x)
    x.sort() if type(x) is list else None
    x = np.sort(checked_sample(x))
    m, F = x.size, cdf(x)
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
