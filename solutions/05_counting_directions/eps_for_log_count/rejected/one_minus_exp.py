"""Forms 1 − exp(−x), which loses the digits of a small x."""
# caught by: keeps_the_digits_of_a_tiny_count
# nudge: What is 1 - exp(-1e-20) on a computer?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.sqrt(1 - math.exp(-2 * logN / n))
