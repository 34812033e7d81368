"""Adds 1e-12 to the lengths to be safe from division by zero."""
# caught by: does_not_depend_on_lengths
# nudge: What happens to short vectors?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u = u / (np.sqrt(u @ A @ u) + 1e-12)
    v = v / (np.sqrt(v @ A @ v) + 1e-12)
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
