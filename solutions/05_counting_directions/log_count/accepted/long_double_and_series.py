"""Sums the series ε² + ε⁴/2 + ε⁶/3 + … for small ε and takes the plain logarithm otherwise."""

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
    square = np.longdouble(1) * eps * eps
    series = sum(square**k / k for k in range(1, 12))
    with np.errstate(divide="ignore"):
        plain = -np.log((1 - np.longdouble(1) * eps) * (1 + np.longdouble(1) * eps))
    return np.asarray(np.where(eps < 0.1, series, plain) * (n / 2), dtype=np.float64)
