"""Takes the root of the mean square of the gaps."""
# caught by: measures_the_gap_above, measures_the_gap_below, finds_the_largest_gap_wherever_it_is
# nudge: Which of the gaps is asked for?

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
    return np.sqrt(((F - (np.arange(m) + 0.5) / m) ** 2).mean())
