"""Leaves out NaN and infinity and goes on."""
# caught by: refuses_what_is_no_sample
# nudge: What should happen to a NaN?

import numpy as np


def checked_sample(x):
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or x.size == 0:
        raise ValueError("wanted samples of shape (m,)")
    if not np.isfinite(x).all():
        raise ValueError("NaN or infinity")
    return x


def ks_distance(x, cdf):
    x = np.asarray(x, dtype=float)
    if x.ndim != 1:
        raise ValueError("wanted samples of shape (m,)")
    x = checked_sample(x[np.isfinite(x)])
    m, F = x.size, cdf(np.sort(x))
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
