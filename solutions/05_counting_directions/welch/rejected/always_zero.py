"""Returns 0 for all arguments."""
# caught by: refuses_what_is_no_number_of_vectors, is_zero_while_the_vectors_may_be_orthogonal
# nudge: Is the bound 0 for more than n vectors as well?

import numpy as np


def welch(n, N):
    if any(not isinstance(k, (int, np.integer)) or k < 1 for k in (n, N)):
        raise ValueError("n and N must be integers of at least 1")
    return 0.0
