"""Forms 1 − δ and subtracts from 1, which returns 0 for thin shells."""
# caught by: keeps_its_digits_for_thin_shells
# nudge: What is 1 - 1e-18?

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return 1 - (1 - float(delta)) ** int(n)
