"""Simpson's rule in θ on a grid that starts where nothing is left, with the largest term pulled out."""

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
    theta = math.acos(eps)
    reach = 10 / math.sqrt(n)
    if eps > 0:
        reach = min(reach, 45 / (n * eps / math.sqrt(1 - eps**2)))
    lower = max(0.0, theta - reach) if n > 60 else 0.0
    phi = np.linspace(lower, theta, 4001)
    weights = np.ones(4001)
    weights[1:-1:2], weights[2:-1:2] = 4, 2
    with np.errstate(divide="ignore"):
        logs = (n - 2) * np.log(np.sin(phi)) if n > 2 else np.zeros(4001)
    largest = logs.max()
    total = (weights * np.exp(logs - largest)).sum() * (theta - lower) / 12000
    return float(cap_constant(n) + largest + np.log(total))
