"""Takes the arcsine of the sine, so that an obtuse angle becomes acute."""
# caught by: measures_the_angles_of_the_example, measures_every_angle
# nudge: Which two angles have the same sine?

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

    rest = v - (u @ A @ v) * u
    return np.arcsin(min(1.0, np.sqrt(rest @ A @ rest)))
