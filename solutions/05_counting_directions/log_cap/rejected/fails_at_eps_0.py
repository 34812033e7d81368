"""Takes log ε, which does not exist at ε = 0."""
# caught by: is_known_in_two_and_three_dimensions, is_exact_in_low_dimension, is_right_at_the_equator
# nudge: What is log 0?

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
    tail = cap_constant(n) + (n - 1) / 2 * math.log1p(-(eps**2)) + math.log(eps) - math.log(n - 1)
    term, total = 1.0, 0.0
    for j in range(3000):
        total += term
        term *= (n / 2 + j) / ((n + 1) / 2 + j) * (1 - eps**2)
        if term < 1e-13 * total * eps**2:
            break
    return tail + math.log(total)
