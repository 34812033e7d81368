"""Turns vectors round so that their entries have a positive sum."""
# caught by: measures_the_angles_of_the_example, measures_every_angle
# nudge: Which angle have u and −u?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u * np.where(u.sum() < 0, -1.0, 1.0), v * np.where(v.sum() < 0, -1.0, 1.0)
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
