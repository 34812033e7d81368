"""Copies the upper triangle down and calls that the symmetric part."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: A minus your S: does it change its sign when you transpose it?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = np.triu(A) + np.triu(A, 1).T
    return S, A - S
