"""Computes with exact fractions, and takes the root at the end."""

import math
from fractions import Fraction

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return math.sqrt(Fraction(N - n, n * (N - 1)))
