"""Looks at the first ten rows and columns only."""
# caught by: finds_one_asymmetric_pair_anywhere
# nudge: Does your code see every entry of a large matrix?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    A = A[:10, :10]
    return np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A)
