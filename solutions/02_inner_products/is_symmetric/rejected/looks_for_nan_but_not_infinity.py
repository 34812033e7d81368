"""Looks for NaN and forgets infinity."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What is infinity minus infinity?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or np.isnan(A).any():
        raise ValueError("A must be square")
    with np.errstate(all="ignore"):
        return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
