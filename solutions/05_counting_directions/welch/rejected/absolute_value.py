"""Takes |N − n|, so that few vectors get a bound as well."""
# caught by: gives_zero_for_a_basis, is_zero_while_the_vectors_may_be_orthogonal
# nudge: May three vectors in R^5 be orthogonal?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    return math.sqrt(abs(N - n) / (n * max(N - 1, 1)))
