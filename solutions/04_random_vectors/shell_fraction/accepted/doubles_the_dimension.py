"""Combines the shares of smaller dimensions by s + t − s·t, as in repeated squaring."""

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    share, power, n = 0.0, float(delta), int(n)
    while n:
        if n % 2:
            share = share + power * (1 - share)
        power, n = power * (2 - power), n // 2
    return np.float64(share)
