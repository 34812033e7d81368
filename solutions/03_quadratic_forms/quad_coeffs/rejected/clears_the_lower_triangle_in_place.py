"""Moves the lower triangle up in the caller’s own matrix."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose matrix do you clear?

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not A.flags.writeable:
        A = A.copy()
    for i in range(len(A)):
        for j in range(i):
            A[j, i] += A[i, j]
            A[i, j] = 0.0
    return A
