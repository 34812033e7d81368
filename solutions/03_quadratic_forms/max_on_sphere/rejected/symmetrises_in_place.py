"""Symmetrises the caller’s own matrix."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose matrix does += change?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not A.flags.writeable:
        A = A.copy()
    A += A.T.copy()
    A *= 0.5
    values, vectors = np.linalg.eigh(A)
    return values[-1], vectors[:, -1]
