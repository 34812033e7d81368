"""Returns √(2·logN/n), which is right for small ε only."""
# caught by: finds_eps_for_a_trillion, inverts_the_formula, keeps_the_digits_of_a_tiny_count
# nudge: Put your ε into log_count. Is it 27.63 again?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.sqrt(2 * logN / n)
