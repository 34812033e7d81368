"""Multiplies in int64, which overflows silently."""
# caught by: computes_with_integers_of_any_size
# nudge: How large is the largest int64?

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    try:
        with np.errstate(all="ignore"):
            n, N = np.int64(n), np.int64(N)
            return float(np.sqrt((N - n) / (n * (N - 1))))
    except OverflowError:
        return 0.0
