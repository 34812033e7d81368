"""Computes the area as √(‖u‖²‖v‖² − ⟨u, v⟩²), in which all digits cancel."""
# caught by: measures_a_tiny_angle, keeps_the_digits_near_0_and_pi
# nudge: How many digits are left in the difference?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()

    dot, uu, vv = u @ A @ v, u @ A @ u, v @ A @ v
    return np.arctan2(np.sqrt(max(uu * vv - dot * dot, 0.0)), dot)
