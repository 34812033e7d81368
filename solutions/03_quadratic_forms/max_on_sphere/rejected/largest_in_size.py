"""Takes the eigenvalue that is largest in size."""
# caught by: takes_the_largest_and_not_the_longest
# nudge: What is the maximum for diag(2, -7)?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    best = np.argmax(np.abs(values))
    return values[best], vectors[:, best]
