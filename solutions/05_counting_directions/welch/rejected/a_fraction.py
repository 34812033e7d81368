"""Returns a Fraction, which is no float."""
# caught by: is_right_for_all_numbers, computes_with_integers_of_any_size
# nudge: Which type of number is asked for?
# undiagnosable

import math
from fractions import Fraction

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return Fraction(math.sqrt(Fraction(N - n, n * (N - 1))))
