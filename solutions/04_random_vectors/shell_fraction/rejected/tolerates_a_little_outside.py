"""Accepts a thickness up to 1e-12 outside [0, 1]."""
# caught by: refuses_impossible_numbers
# nudge: Is a number just below 0 a thickness?

import math

import numpy as np


def shell_fraction(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1 or not -1e-12 <= delta <= 1 + 1e-12:
        raise ValueError("wanted an integer n of at least 1 and delta from 0 to 1")
    delta = min(max(delta, 0.0), 1.0)
    return 1.0 if delta == 1 else -math.expm1(n * math.log1p(-delta))
