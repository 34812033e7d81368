"""Has dimension and number of vectors exchanged."""
# caught by: gives_the_bound_of_the_examples, gives_zero_for_a_basis, is_right_for_all_numbers, is_attained_by_the_best_sets, computes_with_integers_of_any_size, is_zero_while_the_vectors_may_be_orthogonal
# nudge: Which argument comes first?

import math

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    n, N = int(n), int(N)
    if n <= N:
        return 0.0
    return math.sqrt((n - N) / (N * (n - 1)))
