"""Refuses tables, but flattens arrays with three axes."""
# caught by: refuses_what_is_no_sample
# nudge: Exactly one axis: which shapes does your test let through?

import numpy as np


def ks_distance(x, cdf):
    x = np.asarray(x, dtype=float)
    if x.ndim in (0, 2) or x.size == 0 or not np.isfinite(x).all():
        raise ValueError("wanted samples in one axis, all of them finite")
    x = np.sort(x.ravel())
    values, m = cdf(x), len(x)
    steps = np.arange(m + 1) / m
    return max((steps[1:] - values).max(), (values - steps[:-1]).max())
