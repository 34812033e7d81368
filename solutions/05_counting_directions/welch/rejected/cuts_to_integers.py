"""Cuts n and N to integers, so that 1.5 becomes 1."""
# caught by: refuses_what_is_no_number_of_vectors
# nudge: Is 1.5 a dimension?

import math


def welch(n, N):
    n, N = int(n), int(N)
    if n < 1 or N < 1:
        raise ValueError("n and N must be at least 1")
    if N <= n:
        return 0.0
    return math.sqrt((N - n) / (n * (N - 1)))
