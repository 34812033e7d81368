"""Answers 0 for N ≤ n before it looks at the arguments."""
# caught by: refuses_what_is_no_number_of_vectors
# nudge: What should welch(7, -2) do?

import math

import numpy as np


def welch(n, N):
    if N <= n:
        return 0.0
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    return math.sqrt((N - n) / (n * (N - 1)))
