"""Returns float32, which has seven digits only."""
# caught by: has_the_exact_exponent, keeps_the_digits_of_a_tiny_eps, keeps_the_shape_and_leaves_eps_unchanged
# nudge: How many digits does float32 keep?

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
    return (-n / 2 * np.log1p(-(eps**2))).astype(np.float32)
