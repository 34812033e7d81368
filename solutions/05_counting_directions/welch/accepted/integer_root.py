"""Takes the root of a large integer, with 40 digits to spare."""

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    scale = 10**40
    square = (N - n) * scale**2 // (n * (N - 1))
    return math.isqrt(square) / scale
