"""Computes in float32."""
# caught by: splits_matrices_of_every_size
# nudge: How many digits does a float32 hold?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    A = A.astype(np.float32)
    return (A + A.T) / 2, (A - A.T) / 2
