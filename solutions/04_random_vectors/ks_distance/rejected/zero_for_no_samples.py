"""Returns 0 when there are no samples."""
# caught by: refuses_what_is_no_sample
# nudge: How far is no sample from a law?

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
    if x.shape == (0,):
        return 0.0
    m = checked_sample(x).size
    F = cdf(np.sort(x))
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
