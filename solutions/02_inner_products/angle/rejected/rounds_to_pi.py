"""Calls what is nearly a straight angle π."""
# caught by: keeps_the_digits_near_0_and_pi
# nudge: Is π − 1e-11 the same as π?
# undiagnosable

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    left, right = u - v, u + v
    theta = 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
    return np.pi if theta > np.pi - 2e-10 else theta
