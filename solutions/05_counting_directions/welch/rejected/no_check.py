"""Does not look at its arguments."""
# caught by: refuses_what_is_no_number_of_vectors
# nudge: What are −3 vectors?

import math

import numpy as np


def welch(n, N):
    if N <= n or n <= 0 or N <= 1:
        return 0.0
    if isinstance(N, np.integer):
        n, N = int(n), int(N)
    return math.sqrt((N - n) / (n * (N - 1)))
