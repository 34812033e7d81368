"""Refuses what is below 0 or from 1 on; NaN is neither."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: What is the answer to nan < 0, and to nan >= 1?

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if (eps < 0).any() or (eps >= 1).any():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return -n / 2 * np.log1p(-(eps**2))
