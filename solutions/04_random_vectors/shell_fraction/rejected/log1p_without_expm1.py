"""Subtracts a number near 1 from 1 at the end, and thin shells lose their digits."""
# caught by: keeps_its_digits_for_thin_shells
# nudge: What is 1 - math.exp(-1e-18)?

import math

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return 1.0 if delta == 1 else 1 - math.exp(n * math.log1p(-delta))
