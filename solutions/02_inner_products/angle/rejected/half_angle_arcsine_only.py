"""Takes the arcsine of half the distance, which is inaccurate near π."""
# caught by: keeps_the_digits_near_0_and_pi
# nudge: What is the arcsine good for near 1?

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

    return 2 * np.arcsin(np.clip(np.sqrt((u - v) @ A @ (u - v)) / 2, 0.0, 1.0))
