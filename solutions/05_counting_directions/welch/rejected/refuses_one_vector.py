"""Refuses a single vector or a space of dimension 1."""
# caught by: is_right_for_all_numbers, is_zero_while_the_vectors_may_be_orthogonal
# nudge: Which n and N are allowed?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if n == 1 or N == 1:
        raise ValueError("n and N must be larger than 1")
    if N <= n:
        return 0.0
    return math.sqrt((N - n) / (n * (N - 1)))
