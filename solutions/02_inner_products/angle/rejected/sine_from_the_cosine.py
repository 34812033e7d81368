"""Computes the sine as √(1 − cos²), which is 0 for small angles."""
# caught by: measures_a_tiny_angle, keeps_the_digits_near_0_and_pi
# nudge: How many digits has 1 − cos² when cos is nearly 1?

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

    cosine = np.clip(u @ A @ v, -1.0, 1.0)
    return np.arctan2(np.sqrt(1.0 - cosine**2), cosine)
