"""Converts numpy's integers only if both arguments are such."""
# caught by: computes_with_integers_of_any_size
# nudge: What is 300 · int32(30000000), with one of them Python's?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    if type(n) is not int and type(N) is not int:
        n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return math.sqrt((N - n) / (n * (N - 1)))
