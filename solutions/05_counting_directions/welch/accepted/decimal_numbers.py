"""Computes with Python's decimal numbers."""

from decimal import Decimal, localcontext

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    with localcontext() as context:
        context.prec = 80
        return float((Decimal(max(N - n, 0)) / (Decimal(n) * max(N - 1, 1))).sqrt())
