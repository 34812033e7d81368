"""Goes from step to step and keeps the largest gap."""

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
    F = cdf(np.array(sorted(x.tolist())))
    largest = 0.0
    for i, value in enumerate(F.tolist()):
        largest = max(largest, (i + 1) / m - value, value - i / m)
    return largest
