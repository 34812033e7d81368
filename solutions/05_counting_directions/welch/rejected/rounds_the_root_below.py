"""Cuts the root of n·(N − 1) to a whole number for large n."""
# caught by: computes_with_integers_of_any_size
# nudge: How large is the error of an integer root of a number with 13 digits, relative to the root?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    product = n * (N - 1)
    root = math.isqrt(product) if n > 10**6 else math.sqrt(product)
    return math.sqrt(N - n) / root
