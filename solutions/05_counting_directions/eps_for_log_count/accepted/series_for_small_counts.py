"""The first terms of the series for a small exponent, the plain formula otherwise."""

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    x = 2 * logN / n
    if x < 1e-3:
        return math.sqrt(x - x**2 / 2 + x**3 / 6)
    return math.sqrt(1 - math.exp(-x))
