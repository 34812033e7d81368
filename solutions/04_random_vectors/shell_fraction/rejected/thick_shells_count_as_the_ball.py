"""Returns 1 for every shell thicker than 0.999, which is right for many dimensions but not for one."""
# caught by: is_right_in_every_dimension
# nudge: How much of the interval [−1, 1], the ball for n = 1, has |r| above 0.0005?

import math

import numpy as np


def shell_fraction(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1 or not 0 <= delta <= 1:
        raise ValueError("wanted an integer n of at least 1 and delta from 0 to 1")
    return 1.0 if delta > 0.999 else -math.expm1(n * math.log1p(-delta))
