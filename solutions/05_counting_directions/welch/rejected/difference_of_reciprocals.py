"""Subtracts 1/N from 1/n as floats, which cancels."""
# caught by: computes_with_integers_of_any_size
# nudge: What is left of 1/n − 1/N when n and N are nearly equal?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return math.sqrt(max((1 / n - 1 / N) * N / (N - 1), 0.0))
