"""Adds unsigned integers, whose sums wrap round."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 200 + 200 in uint8?

import numpy as np


def is_inner_product(A):
    A = np.asarray(A)
    if A.dtype.kind != "u":
        A = A.astype(float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(is_symmetric(A) and definiteness((A + A.T) / 2) == "positive definite")
