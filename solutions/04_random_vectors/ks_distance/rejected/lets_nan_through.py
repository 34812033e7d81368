"""Never looks for NaN."""
# caught by: refuses_what_is_no_sample
# nudge: What is the distribution function at NaN?

import numpy as np


def ks_distance(x, cdf):
    x = np.asarray(x, dtype=float)
    if x.ndim != 1 or x.size == 0 or np.isinf(x).any():
        raise ValueError("wanted finite samples of shape (m,)")
    m, F = x.size, cdf(np.sort(x))
    return max((np.arange(1, m + 1) / m - F).max(), (F - np.arange(m) / m).max())
