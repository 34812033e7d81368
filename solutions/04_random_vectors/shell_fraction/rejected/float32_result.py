"""Returns float32."""
# caught by: is_right_in_every_dimension, keeps_its_digits_for_thin_shells
# nudge: How many digits has a float32?

import math

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return np.float32(1.0 if delta == 1 else -math.expm1(n * math.log1p(-delta)))
