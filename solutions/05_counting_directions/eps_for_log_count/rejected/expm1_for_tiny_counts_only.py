"""Goes by the size of logN, not of logN/n, and takes 1 − exp from 0.001 on."""
# caught by: keeps_the_digits_of_a_tiny_count
# nudge: Which number is tiny when logN is 0.002 and n a million?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    if logN > 1e-3:
        return math.sqrt(1 - math.exp(-2 * logN / n))
    return math.sqrt(-math.expm1(-2 * logN / n))
