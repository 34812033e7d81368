"""Computes with integers for huge N only, and subtracts floats below that."""
# caught by: computes_with_integers_of_any_size
# nudge: How many digits are left of 1/n − (n − 1)/(n·(N − 1)) when N is n + 1 and n is 10⁹?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    if N < 10**12:
        return math.sqrt(max(1 / n - (n - 1) / n / (N - 1), 0.0))
    return math.sqrt((N - n) / (n * (N - 1)))
