"""Writes −log(1 − ε²) as log(1 + tan²), which is positive from the start."""

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
    return n / 2 * np.log1p(eps**2 / (1 - eps**2))
