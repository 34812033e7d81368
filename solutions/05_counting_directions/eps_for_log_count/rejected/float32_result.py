"""Returns float32, which has seven digits only."""
# caught by: finds_eps_for_a_trillion, inverts_the_formula, keeps_the_digits_of_a_tiny_count
# nudge: How many digits does float32 keep?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    return np.sqrt(np.float32(-math.expm1(-2 * logN / n)))
