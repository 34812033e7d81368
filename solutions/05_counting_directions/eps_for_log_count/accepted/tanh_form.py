"""Uses 1 − e^(−2y) = 2·tanh(y)/(1 + tanh(y))."""

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    t = np.tanh(np.float64(logN) / int(n))
    return math.sqrt(2 * t / (1 + t))
