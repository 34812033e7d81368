"""Uses numpy’s log1p and expm1, infinity included."""

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    with np.errstate(divide="ignore"):
        return -np.expm1(int(n) * np.log1p(-float(delta)))
