"""Takes the best of many random directions."""
# caught by: finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: How close to the maximum does a random direction come?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    X = np.random.default_rng(0).standard_normal((20000, len(A)))
    X = X / np.linalg.norm(X, axis=1, keepdims=True)
    values = np.einsum("ki,ij,kj->k", X, A, X)
    best = np.argmax(values)
    return values[best], X[best]
