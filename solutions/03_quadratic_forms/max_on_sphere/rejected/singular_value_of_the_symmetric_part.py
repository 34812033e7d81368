"""Takes the largest singular value of S, which is the largest eigenvalue in size."""
# caught by: takes_the_largest_and_not_the_longest
# nudge: What is the singular value of -1?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    _, s, vt = np.linalg.svd((A + A.T) / 2)
    return s[0], vt[0]
