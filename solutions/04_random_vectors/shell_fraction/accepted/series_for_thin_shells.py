"""Sums the binomial series where n·δ is small, and takes the power elsewhere."""

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    n, delta = int(n), float(delta)
    if n * delta > 0.5:
        return 1 - (1 - delta) ** n
    term, total = 1.0, 0.0
    for k in range(1, min(n, 60) + 1):
        term *= -(n - k + 1) / k * delta
        total -= term
    return total
