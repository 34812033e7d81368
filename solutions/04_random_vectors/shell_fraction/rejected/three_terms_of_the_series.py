"""Uses three terms of the binomial series for every thin shell, even if n times delta is not small."""
# caught by: keeps_its_digits_for_thin_shells
# nudge: The terms of the series are powers of n·delta. How large is that for n = 1,000,000?

import math

import numpy as np


def shell_fraction(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1 or not 0 <= delta <= 1:
        raise ValueError("wanted an integer n of at least 1 and delta from 0 to 1")
    if delta > 1e-6:
        return 1.0 if delta == 1 else -math.expm1(n * math.log1p(-delta))
    return n * delta * (1 - (n - 1) * delta / 2 * (1 - (n - 2) * delta / 3))
