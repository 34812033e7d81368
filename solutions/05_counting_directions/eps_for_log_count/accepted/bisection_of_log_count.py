"""Solves log_count(n, ε) = logN by bisection, on a logarithmic scale."""

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    if logN == 0:
        return 0.0
    low, high = math.log(1e-160), 0.0
    for _ in range(200):
        middle = (low + high) / 2
        eps = math.exp(middle)
        if eps >= 1 or log_count(n, eps) >= logN:
            high = middle
        else:
            low = middle
    return math.exp(low)
