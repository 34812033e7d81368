"""Uses the exponent 3 in every dimension."""
# caught by: is_right_in_the_plane_and_in_space, is_right_in_every_dimension
# nudge: Where does n enter?

import math

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return -math.expm1(3 * math.log1p(-min(delta, 0.9999999999999999)))
