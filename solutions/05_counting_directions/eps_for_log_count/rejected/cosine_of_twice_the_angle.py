"""Returns cos 2θ."""
# caught by: finds_eps_for_a_trillion, inverts_the_formula, keeps_the_digits_of_a_tiny_count
# nudge: Where does the factor 2 in the exponent come from?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return math.cos(2 * math.asin(math.exp(-logN / n)))
