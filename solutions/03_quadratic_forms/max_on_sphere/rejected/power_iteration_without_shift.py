"""Power iteration without a shift, which finds the eigenvalue largest in size."""
# caught by: takes_the_largest_and_not_the_longest
# nudge: Which eigenvalue does power iteration find for diag(2, -7)?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    x = np.random.default_rng(0).standard_normal(len(S))
    for _ in range(3000):
        y = S @ x
        if not y.any():
            break
        x = y / np.linalg.norm(y)
    x = x / np.linalg.norm(x)
    return x @ S @ x, x
