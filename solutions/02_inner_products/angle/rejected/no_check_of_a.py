"""Takes any square matrix for an inner product."""
# caught by: refuses_what_is_no_inner_product
# nudge: Which length has (1, 0) in diag(0, 1)?

import numpy as np


def angle(A, u, v):
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()
    with np.errstate(all="ignore"):
        u, v = u / np.sqrt(u @ A @ u), v / np.sqrt(v @ A @ v)
        left, right = u - v, u + v
        return 2 * np.arctan2(np.sqrt(left @ A @ left), np.sqrt(right @ A @ right))
