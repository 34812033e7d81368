"""Uses the leading term of the tail for large n."""
# caught by: is_known_in_two_and_three_dimensions, is_right_for_gpt2, is_exact_in_low_dimension, is_exact_in_high_dimension, survives_underflow
# nudge: By which factor is the leading term off at (768, 0.25)?

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
    if eps == 0:
        return math.log(0.5)
    return cap_constant(n) + (n - 1) / 2 * math.log1p(-(eps**2)) - math.log((n - 1) * eps)
