"""Multiplies in the type of the input, so that int8 overflows."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 · 100 in int8?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = np.asarray(A), np.asarray(u), np.asarray(v)
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    if A.dtype.kind == "f":
        u, v = u / abs(u).max(), v / abs(v).max()
    with np.errstate(all="ignore"):
        u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
        left, right = u - v, u + v
        return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
