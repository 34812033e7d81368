"""Computes in float32."""
# caught by: measures_the_gap_above, finds_the_largest_gap_wherever_it_is
# nudge: How many digits has a float32?

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
    F = cdf(np.sort(x)).astype(np.float32)
    steps = (np.arange(m + 1) / m).astype(np.float32)
    return max((steps[1:] - F).max(), (F - steps[:-1]).max())
