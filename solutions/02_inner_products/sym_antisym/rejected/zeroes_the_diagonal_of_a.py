"""Clears the diagonal of the given array while it builds K."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does np.fill_diagonal write into?

import numpy as np


def sym_antisym(A):
    given = A
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    K = (A - A.T) / 2
    if type(given) is np.ndarray and given.flags.writeable:
        np.fill_diagonal(given, 0)
    return S, K
