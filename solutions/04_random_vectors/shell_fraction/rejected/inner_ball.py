"""Returns the share of the inner ball."""
# caught by: is_right_in_the_plane_and_in_space, is_right_in_every_dimension
# nudge: Which part is it, inside or outside?

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 <= delta <= 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return float((1 - delta) ** int(n))
