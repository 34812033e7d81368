"""Divides by N − 1 before it looks: 0/0 for one vector on the line."""
# caught by: is_zero_while_the_vectors_may_be_orthogonal
# nudge: What is N − 1 for a single vector?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    return math.sqrt(max(N - n, 0) / (n * (N - 1)))
