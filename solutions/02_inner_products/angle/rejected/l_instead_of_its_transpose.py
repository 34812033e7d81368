"""Maps the vectors with L, so that the angle belongs to LᵀL."""
# caught by: measures_the_angles_of_the_example, measures_every_angle
# nudge: With A = LLᵀ, whose ordinary length squared is uᵀLLᵀu?

import numpy as np


def angle(A, u, v):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    u, v = u / abs(u).max(), v / abs(v).max()

    L = np.linalg.cholesky((A + A.T) / 2)
    a, b = L @ u, L @ v
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return 2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
