"""Writes out the case of two dimensions."""
# caught by: splits_matrices_of_every_size
# nudge: What happens for n = 3?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    half, other = (A[0, 1] + A[1, 0]) / 2, (A[0, 1] - A[1, 0]) / 2
    return np.array([[A[0, 0], half], [half, A[1, 1]]]), np.array([[0, other], [-other, 0]])
