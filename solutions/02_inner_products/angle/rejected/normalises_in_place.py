"""Makes the caller's vectors unit vectors."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does u /= … write into?

import numpy as np


def angle(A, u, v):
    given = (u, v)
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()
    u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
    for x, unit in zip(given, (u, v)):
        if type(x) is np.ndarray and x.dtype == float and x.flags.writeable:
            x[:] = unit
    left, right = u - v, u + v
    return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
