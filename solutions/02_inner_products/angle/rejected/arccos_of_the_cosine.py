"""Takes the arccosine, which makes 0 of 1e-9."""
# caught by: measures_a_tiny_angle, keeps_the_digits_near_0_and_pi
# nudge: Which angles have a cosine that rounds to 1?

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

    return np.arccos(np.clip(u @ A @ v, -1.0, 1.0))
