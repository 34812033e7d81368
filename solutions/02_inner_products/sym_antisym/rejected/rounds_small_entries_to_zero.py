"""Rounds to ten decimals, as if small entries were noise."""
# caught by: splits_matrices_of_every_size
# nudge: Who says that 1e-98 is small?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.round((A + A.T) / 2, 10), np.round((A - A.T) / 2, 10)
