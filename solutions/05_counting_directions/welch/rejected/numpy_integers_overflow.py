"""Takes numpy's integers as they are, so that np.int32 overflows."""
# caught by: computes_with_integers_of_any_size
# nudge: What is np.int32(60000) * np.int32(80000)?

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    if N <= n:
        return 0.0
    with np.errstate(all="ignore"):
        return float(np.sqrt(abs((N - n) / (n * (N - 1)))))
