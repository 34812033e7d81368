"""Rounds 1 − δ before its logarithm is taken, and thin shells lose their digits."""
# caught by: keeps_its_digits_for_thin_shells
# nudge: What is math.log(1 - 1e-18)?

import math

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return 1.0 if delta == 1 else -math.expm1(n * math.log(1 - delta))
