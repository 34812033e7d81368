"""Shifts by 100 and takes the singular value, which is enough for small matrices only."""
# caught by: follows_the_size_of_the_matrix
# nudge: Multiply A by 1e12. Is the shift still large enough?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    u, s, _ = np.linalg.svd(S + 100.0 * np.eye(len(S)))
    return s[0] - 100.0, u[:, 0]
