"""Takes the root of a negative number for N < n: NaN."""
# caught by: gives_zero_for_a_basis, is_zero_while_the_vectors_may_be_orthogonal
# nudge: What is N − n for three vectors in R^5?

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    with np.errstate(all="ignore"):
        return float(np.sqrt(np.float64(N - n) / np.float64(n * (N - 1))))
