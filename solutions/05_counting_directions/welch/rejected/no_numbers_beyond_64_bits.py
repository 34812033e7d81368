"""Puts the numbers into an array, which refuses 1e30."""
# caught by: computes_with_integers_of_any_size
# nudge: Which type has np.array(10**30)?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    n, N = np.array([n, N], dtype=np.int64).tolist()
    return math.sqrt((N - n) / (n * (N - 1)))
