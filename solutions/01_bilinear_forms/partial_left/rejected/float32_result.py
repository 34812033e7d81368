"""Computes in float32, which keeps only seven digits."""
# caught by: holds_x_for_matrices_of_every_shape
# nudge: How many digits does your type of number keep?

import numpy as np


def checked_float32_result_partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_float32_result_partial_left(A, x)
    return x.astype(np.float32) @ A.astype(np.float32)
