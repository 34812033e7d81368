"""Looks at the first entry of eps and trusts the others."""
# caught by: refuses_what_is_no_cosine_or_no_dimension
# nudge: Which entries of the array did you look at?

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not 0 <= eps.flat[0] < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    with np.errstate(all="ignore"):
        return -n / 2 * np.log1p(-(eps**2))
