"""Stops the bisection when ε is known to 1e-12: nothing is left of a tiny ε."""
# caught by: keeps_the_digits_of_a_tiny_count
# nudge: Which relative error has an ε of 1e-20 that is known to 1e-12?

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    low, high = 0.0, 1.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (low, middle) if log_count(n, middle) >= logN else (middle, high)
    return 0.0 if logN == 0 else low
