"""Adds the transpose to the array that it was given."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does A += … write into?

import numpy as np


def sym_antisym(A):
    given = np.asarray(A)
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    K = (A - A.T) / 2
    if given.dtype == float and given.flags.writeable:
        given += given.T.copy()
        given /= 2
    return A - K, K
