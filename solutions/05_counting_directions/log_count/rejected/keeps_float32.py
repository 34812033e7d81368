"""Computes in the type that came in."""
# caught by: keeps_the_shape_and_leaves_eps_unchanged
# nudge: In which type of number is float32 squared?

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps)
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return -n / 2 * np.log1p(-(eps**2))
