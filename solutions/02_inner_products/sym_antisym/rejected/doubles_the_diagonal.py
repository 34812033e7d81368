"""Builds S from two triangles and counts the diagonal twice."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: What are the diagonal entries of K, and so those of S?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    half = A / 2
    return np.triu(half + half.T) + np.triu(half + half.T).T, half - half.T
