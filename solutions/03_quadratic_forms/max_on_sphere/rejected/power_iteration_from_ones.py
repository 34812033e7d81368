"""Starts power iteration at (1, …, 1), which may be orthogonal to the eigenvector."""
# caught by: takes_the_largest_and_not_the_longest, says_where_the_maximum_is_taken
# nudge: What does your iteration do for [[0, -3], [-3, 0]]?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    size = np.abs(S).max() or 1.0
    shifted = S / size + len(S) * np.eye(len(S))
    x = np.ones(len(S))
    for _ in range(5000):
        x = shifted @ x
        x = x / np.linalg.norm(x)
    return x @ S @ x, x
