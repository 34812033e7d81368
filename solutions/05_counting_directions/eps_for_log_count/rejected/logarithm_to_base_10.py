"""Takes logN for a logarithm to base 10."""
# caught by: finds_eps_for_a_trillion, inverts_the_formula, keeps_the_digits_of_a_tiny_count
# nudge: Which logarithm is logN?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.sqrt(-math.expm1(-2 * logN * math.log(10) / n))
