"""Takes A + Aᵀ and A − Aᵀ for the two parts."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: Add your S and your K: is it A?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return A + A.T, A - A.T
