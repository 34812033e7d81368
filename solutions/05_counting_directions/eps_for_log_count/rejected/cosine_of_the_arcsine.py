"""Goes through the angle, arcsin(e^(−logN/n)), which is 90° for a small logN."""
# caught by: keeps_the_digits_of_a_tiny_count
# nudge: How many digits of the angle's distance from 90° survive?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.cos(math.asin(math.exp(-logN / n)))
