"""Returns the textbook's bound ½·exp(−nε²/2) in place of the share."""
# caught by: is_known_in_two_and_three_dimensions, is_right_for_gpt2, is_exact_in_low_dimension, is_exact_in_high_dimension, survives_underflow
# nudge: Is a bound for the share the share?

import math

import numpy as np


def cap_arguments(n, eps):
    if not isinstance(n, (int, np.integer)) or n < 2:
        raise ValueError("n must be an integer of at least 2")
    if not 0 <= eps < 1:
        raise ValueError("eps must lie in 0 <= eps < 1")
    return int(n), float(eps)


def cap_constant(n):
    return math.lgamma(n / 2) - math.lgamma((n - 1) / 2) - math.log(math.pi) / 2


def log_cap(n, eps):
    n, eps = cap_arguments(n, eps)
    return -n * eps**2 / 2 - math.log(2)
