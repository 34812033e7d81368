"""The suggested route with more points, returning a numpy scalar."""

import math

import numpy as np


def cap_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    return int(n), float(eps)


def cap_constant(n):
    return math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2


def log_cap(n, eps):
    n, eps = cap_arguments(n, eps)
    theta = np.arccos(eps)
    sine = np.sqrt((1 - eps) * (1 + eps))
    width = theta
    if n > 2:
        width = min(theta, 40 * sine / ((n - 2) * eps) if eps > 0 else theta, 9 / np.sqrt(n - 2))
    points, weights = np.polynomial.legendre.leggauss(200)
    u = width * (points + 1) / 2
    logs = (n - 2) * np.log(np.sin(theta - u))
    return (
        cap_constant(n)
        + logs.max()
        + np.log(width / 2 * (weights * np.exp(logs - logs.max())).sum())
    )
