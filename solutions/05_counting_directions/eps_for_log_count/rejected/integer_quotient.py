"""Divides by n // 2, which drops the half of an odd n."""
# caught by: inverts_the_formula, keeps_the_digits_of_a_tiny_count
# nudge: What is 17 // 2?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.sqrt(-math.expm1(-logN / max(n // 2, 1)))
