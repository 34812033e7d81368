"""Mirrors at the other diagonal: turns the rows and the columns round."""
# caught by: splits_matrices_of_every_size
# nudge: Which diagonal does a transpose leave where it is?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    mirrored = A[::-1, ::-1]
    return (A + mirrored) / 2, (A - mirrored) / 2
