"""Refuses δ = 0 and δ = 1."""
# caught by: knows_the_empty_shell_and_the_whole_ball
# nudge: Is a shell of thickness 0 allowed?

import math

import numpy as np


def check_numbers(n, delta):
    if not isinstance(n, (int, np.integer)) or n < 1:
        raise ValueError("the dimension is an integer of at least 1")
    if not 0 < delta < 1:
        raise ValueError("delta lies between 0 and 1")


def shell_fraction(n, delta):
    check_numbers(n, delta)
    return -math.expm1(n * math.log1p(-delta))
