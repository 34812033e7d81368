"""Uses n·δ − n(n−1)δ²/2 for thin shells, where n·δ is not small."""
# caught by: keeps_its_digits_for_thin_shells
# nudge: How large is the next term for n = 1000 and δ = 2e-5?

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    n = int(n)
    if delta < 1e-3:
        return n * delta - n * (n - 1) / 2 * delta**2
    return 1 - (1 - delta) ** n
