"""Leaves it to numpy to complain, which stretches (1, n) and (n, 1) in silence."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does numpy make of a row minus a column?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    with np.errstate(all="ignore"):
        return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
