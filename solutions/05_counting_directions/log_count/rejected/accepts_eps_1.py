"""Lets ε = 1 through and answers infinity."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: Which angle has the cosine 1?

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps <= 1)).all():
        raise ValueError("eps must lie in 0 <= eps <= 1")
    with np.errstate(divide="ignore"):
        return -n / 2 * np.log1p(-(eps**2))
