"""Rounds the sine before its logarithm is taken: for a small ε it is nearly 1."""
# caught by: keeps_the_digits_of_a_tiny_eps
# nudge: What is sin θ on a computer when cos θ is 1e-9?

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
