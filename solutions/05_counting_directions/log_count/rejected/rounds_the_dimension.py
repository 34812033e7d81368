"""Cuts n to an integer, so that 1.5 becomes 1."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: Is 1.5 a dimension?

import numpy as np


def log_count(n, eps):
    n = int(n)
    if n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return -n / 2 * np.log1p(-(eps**2))
