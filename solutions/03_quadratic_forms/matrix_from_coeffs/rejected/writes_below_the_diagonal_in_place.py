"""Fills the caller’s own array below the diagonal."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array do you write into?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    if not C.flags.writeable:
        C = C.copy()
    i, j = np.triu_indices(len(C), 1)
    C[j, i] = C[i, j]
    S = C / 2
    S[np.diag_indices(len(C))] *= 2
    return S
