"""Stops power iteration after twenty steps."""
# caught by: finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: How far is your value from converged when the eigenvalues are close?

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
    x = np.random.default_rng(0).standard_normal(len(S))
    for _ in range(20):
        x = shifted @ x
        x = x / np.linalg.norm(x)
    return x @ S @ x, x
