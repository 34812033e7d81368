"""Subtracts in the type of the input, so that int8 overflows."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 127 − (−128) in int8?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.asarray(A)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
