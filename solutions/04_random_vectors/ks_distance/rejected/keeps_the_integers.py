"""Hands on the samples in the type that came in."""
# caught by: hands_the_cdf_arrays_of_float64
# nudge: Which type has the array that reaches the distribution function?

import numpy as np


def checked_sample(x):
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or x.size == 0:
        raise ValueError("wanted samples of shape (m,)")
    if not np.isfinite(x).all():
        raise ValueError("NaN or infinity")
    return x


def ks_distance(x, cdf):
    m = checked_sample(x).size
    x = np.sort(np.asarray(x))
    F = cdf(x)
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
