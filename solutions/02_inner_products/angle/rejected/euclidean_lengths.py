"""Takes the product with A but ordinary lengths."""
# caught by: measures_the_angles_of_the_example, measures_every_angle
# nudge: Which lengths belong to this inner product?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()

    cosine = u @ A @ v / (np.linalg.norm(u) * np.linalg.norm(v))
    return np.arccos(np.clip(cosine, -1.0, 1.0))
