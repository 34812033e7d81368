"""Uses one term of the series for a small exponent."""
# caught by: keeps_the_digits_of_a_tiny_count
# nudge: How good is 1 − e^(−x) ≈ x at x = 0.0005?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    x = 2 * logN / n
    return math.sqrt(x) if x < 1e-3 else math.sqrt(1 - math.exp(-x))
