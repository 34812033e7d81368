"""Takes Python's int only."""
# caught by: keeps_the_shape_and_leaves_eps_unchanged
# nudge: Is np.int64(768) an integer?

import numpy as np


def log_count(n, eps):
    if type(n) is not int or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return -n / 2 * np.log1p(-(eps**2))
