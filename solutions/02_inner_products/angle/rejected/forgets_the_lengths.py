"""Takes the product for the cosine, without dividing by the lengths."""
# caught by: measures_every_angle
# nudge: What is the cosine of the angle of u and 2u?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()

    return np.arccos(np.clip(u @ A @ v, -1.0, 1.0))
