"""Returns a bound for the largest eigenvalue instead of the eigenvalue."""
# caught by: finds_the_maximum_of_matrices_that_are_not_symmetric, follows_the_size_of_the_matrix
# nudge: Is your value taken anywhere on the sphere?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    bound = (np.diag(S) + np.abs(S).sum(1) - np.abs(np.diag(S))).max()
    return bound, np.linalg.eigh(S)[1][:, -1]
