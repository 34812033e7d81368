"""Converts integers, and computes with float32 as it comes."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is the square of 1e-30 in float32?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.asarray(A)
    if A.dtype.kind != "f":
        A = A.astype(float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A)
