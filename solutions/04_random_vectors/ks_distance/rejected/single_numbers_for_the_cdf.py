"""Hands the distribution function one number at a time."""
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
    F = np.array([float(cdf(value)) for value in np.sort(x)])
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
