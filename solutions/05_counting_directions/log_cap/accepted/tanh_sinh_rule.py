"""Integrates the density in t by a double-exponential rule, in logarithms."""

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
    # t = eps + (1 − eps)·s, s in (0, 1) by s = 1/(1 + exp(−2 sinh x)): endpoints of any kind are harmless.
    x = np.linspace(-4.5, 4.5, 3001)
    a = math.pi / 2 * np.sinh(x)
    log_s = -np.logaddexp(0.0, -2 * a)
    log_r = -np.logaddexp(0.0, 2 * a)  # 1 − s
    s = np.exp(log_s)
    t = eps + (1 - eps) * s
    log_density = (n - 3) / 2 * (math.log1p(-eps) + log_r + np.log1p(t))
    log_step = math.log(math.pi) + np.log(np.cosh(x)) + log_s + log_r + math.log(1 - eps)
    logs = log_density + log_step
    largest = logs.max()
    total = np.exp(logs - largest).sum() * (x[1] - x[0])
    return cap_constant(n) + float(largest) + math.log(total)
