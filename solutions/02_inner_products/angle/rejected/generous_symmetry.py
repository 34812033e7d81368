"""Forgives an asymmetry of 1e-5."""
# caught by: refuses_what_is_no_inner_product
# nudge: In which sense is A symmetric?

import numpy as np


def angle(A, u, v):
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    if not is_symmetric(A, rtol=1e-5) or definiteness(A) != "positive definite":
        raise ValueError("A is no inner product")
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
