"""Compares the sums of the rows with the sums of the columns."""
# caught by: finds_one_asymmetric_pair_anywhere
# nudge: Can different entries have the same sums?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.linalg.norm(A.sum(axis=0) - A.sum(axis=1)) <= rtol * np.linalg.norm(A))
