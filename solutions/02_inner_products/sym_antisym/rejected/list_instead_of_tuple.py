"""Stacks S and K into one array instead of returning a tuple."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: What does return S, K give back?
# undiagnosable

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.stack([(A + A.T) / 2, (A - A.T) / 2])
