"""Checks A and leaves the vectors to numpy, which stretches length 1."""
# caught by: refuses_zero_vectors_and_shapes_that_do_not_fit
# nudge: What does numpy make of a vector of length 1?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    if not u.any() or not v.any():
        raise ValueError("zero vector")
    u, v = u + np.zeros(len(A)), v + np.zeros(len(A))
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
