"""Takes Python's int only."""
# caught by: computes_with_integers_of_any_size, is_zero_while_the_vectors_may_be_orthogonal
# nudge: Is np.int64(768) an integer?

import math


def welch(n, N):
    if any(type(k) is not int or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    return math.sqrt((N - n) / (n * (N - 1))) if N > n else 0.0
