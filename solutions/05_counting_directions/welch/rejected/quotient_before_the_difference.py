"""Computes N/n − 1 in place of (N − n)/n, which is 0 for large numbers."""
# caught by: computes_with_integers_of_any_size
# nudge: What is (10**18 + 1) / 10**18 - 1?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return math.sqrt((N / n - 1) / (N - 1))
