"""Gives log1p the argument sin θ − 1, in which the digits are lost already."""
# caught by: keeps_the_digits_of_a_tiny_eps
# nudge: Is the argument of log1p itself exact?

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
    return -n * np.log1p(np.sqrt(1 - eps**2) - 1)
