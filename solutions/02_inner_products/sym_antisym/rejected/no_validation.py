"""Leaves it to numpy to complain, which stretches (1, n) and (n, 1) in silence."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does numpy make of a row plus a column?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    return (A + A.T) / 2, (A - A.T) / 2
