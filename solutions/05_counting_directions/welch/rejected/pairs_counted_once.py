"""Counts each pair once in the sum of squares."""
# caught by: gives_the_bound_of_the_examples, is_right_for_all_numbers, is_attained_by_the_best_sets, computes_with_integers_of_any_size
# nudge: How often does the pair i, j occur in the sum over all i and j?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if N <= n:
        return 0.0
    return math.sqrt((N - n) / (n * (N - 1) / 2))
