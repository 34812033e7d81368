"""Calls a matrix symmetric or antisymmetric, whichever it is not further from."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: Most matrices are neither: what are their two parts?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S, K = (A + A.T) / 2, (A - A.T) / 2
    if np.linalg.norm(S) >= np.linalg.norm(K):
        return A.copy(), np.zeros_like(A)
    return np.zeros_like(A), A.copy()
