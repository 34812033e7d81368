"""Takes every vector shorter than 1e-12 for zero."""
# caught by: does_not_depend_on_lengths
# nudge: Is 1e-30 times a vector the zero vector?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    if np.linalg.norm(u) < 1e-12 or np.linalg.norm(v) < 1e-12:
        raise ValueError("zero vector")
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
