"""Takes one number only and fails for an array."""
# caught by: takes_many_eps_at_once, keeps_the_shape_and_leaves_eps_unchanged
# nudge: Which module's functions take whole arrays?

import math

import numpy as np


def log_count(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = float(eps)
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    return -n / 2 * math.log1p(-(eps**2))
