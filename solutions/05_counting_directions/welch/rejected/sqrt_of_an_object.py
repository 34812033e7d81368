"""Takes numpy's root of a huge integer, which it does not know."""
# caught by: computes_with_integers_of_any_size
# nudge: Which type has np.asarray(10**40)?

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return float(np.sqrt(N - n) / np.sqrt(n * (N - 1)))
