"""Adds up the differences without squares, so that they cancel."""
# caught by: tells_plain_cases_apart, finds_one_asymmetric_pair_anywhere
# nudge: What is the sum of a_ij − a_ji over all i and j?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(abs((A - A.T).sum()) <= rtol * np.linalg.norm(A))
