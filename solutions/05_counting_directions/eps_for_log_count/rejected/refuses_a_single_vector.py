"""Refuses logN = 0, which is one vector."""
# caught by: keeps_the_digits_of_a_tiny_count
# nudge: Is 0 at least 0?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    if logN == 0:
        raise ValueError("logN must be positive")
    return math.sqrt(-math.expm1(-2 * logN / n))
