"""Takes the last row of the matrix of eigenvectors, where the columns are meant."""
# caught by: says_where_the_maximum_is_taken
# nudge: Put your x into x^T A x.

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return values[-1], vectors[-1]
