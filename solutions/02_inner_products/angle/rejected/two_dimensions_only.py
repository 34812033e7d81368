"""Computes the area of the parallelogram by the 2×2 formula."""
# caught by: measures_every_angle
# nudge: What happens for n = 3?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()
    if len(A) == 1:
        return 0.0 if u[0] * v[0] > 0 else np.pi
    area = np.sqrt(np.linalg.det(A[:2, :2])) * abs(u[0] * v[1] - u[1] * v[0])
    return np.arctan2(area, u @ A @ v)
