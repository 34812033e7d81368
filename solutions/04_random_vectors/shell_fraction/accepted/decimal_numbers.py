"""Computes with 300 decimal digits."""

from decimal import Decimal, localcontext

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    with localcontext() as context:
        context.prec = 300
        return float(1 - (1 - Decimal(float(delta))) ** int(n))
