"""Cuts δ to [0, 1] instead of refusing it."""
# caught by: refuses_impossible_numbers
# nudge: What should happen for δ = 1.5?

import math

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    delta = min(max(delta, 0.0), 1.0)
    check_numbers(n, delta)
    return 1.0 if delta == 1 else -math.expm1(n * math.log1p(-delta))
