"""Answers 0 for a negative logN."""
# caught by: refuses_bad_arguments
# nudge: Which counts have a negative logarithm?

import math

import numpy as np


def eps_for_log_count(n, logN):
    if not isinstance(n, (int, np.integer)) or n < 1 or logN != logN:
        raise ValueError("bad argument")
    return math.sqrt(max(0.0, -math.expm1(-2 * logN / n)))
