"""Adds the logarithms of 1 − ε and 1 + ε, which cancel for small ε."""
# caught by: keeps_the_digits_of_a_tiny_eps
# nudge: Which two numbers do you add, and how many of their digits survive?

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
    return -n / 2 * (np.log1p(-eps) + np.log1p(eps))
