"""Refuses inner products with a condition number above 100."""
# caught by: measures_every_angle
# nudge: Is diag(1, 1e-5) an inner product?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    if np.linalg.cond(A) > 1000:
        raise ValueError("A is no inner product")
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
