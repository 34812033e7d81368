"""Returns a list for an array of eps."""
# caught by: keeps_the_shape_and_leaves_eps_unchanged
# nudge: What type has your result for an array, and what does the figure do with it?
# undiagnosable

import numpy as np


def exponent_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    eps = np.asarray(eps, dtype=float)
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps must lie in 0 <= eps < 1")
    return eps


def log_count(n, eps):
    eps = exponent_arguments(n, eps)
    return (-n / 2 * np.log1p(-eps * eps)).tolist()
