"""Inverts the bound of the caps in place of the formula."""
# caught by: finds_eps_for_a_trillion, inverts_the_formula, keeps_the_digits_of_a_tiny_count
# nudge: Which formula is to be inverted?

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("n must be an integer of at least 1")
    if not logN >= 0:
        raise ValueError("logN must be at least 0")
    low, high = 0.0, 0.95
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if -log_cap(max(n, 2), middle) >= logN else (middle, high)
    return low
