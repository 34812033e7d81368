"""Writes the quotient as (1/n)·(N−n)/(N−1), and starts the maximum at 0."""

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    excess = max(N - n, 0)
    return float(np.sqrt(excess / max(N - 1, 1) / n))
