"""Returns A itself and 0, which is right for a symmetric A only."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: What is left for K when A is not symmetric?

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return A.copy(), np.zeros_like(A)
