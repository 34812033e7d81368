"""Forgets the absolute value, so that only one of the two triangles may be larger."""
# caught by: finds_one_asymmetric_pair_anywhere
# nudge: A difference can be negative, too.

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    upper = np.triu(A - A.T, 1)
    return bool(upper.max() <= rtol * abs(A).max())
