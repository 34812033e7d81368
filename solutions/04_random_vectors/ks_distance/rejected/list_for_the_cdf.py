"""Hands the distribution function a list."""
# caught by: hands_the_cdf_arrays_of_float64
# nudge: What does the distribution function take?

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
    F = np.asarray(cdf(sorted(x.tolist())))
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
