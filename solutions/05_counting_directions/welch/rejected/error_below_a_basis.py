"""Raises ValueError for N ≤ n."""
# caught by: gives_zero_for_a_basis, is_zero_while_the_vectors_may_be_orthogonal
# nudge: Is it wrong to ask for three vectors in R^5?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        raise ValueError("N must be larger than n")
    return math.sqrt((N - n) / (n * (N - 1)))
