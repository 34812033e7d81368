"""Makes floats of n and N before it subtracts."""
# caught by: computes_with_integers_of_any_size
# nudge: What is float(10**20 + 1) - float(10**20)?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    n, N = float(n), float(N)
    return math.sqrt((N - n) / (n * (N - 1)))
