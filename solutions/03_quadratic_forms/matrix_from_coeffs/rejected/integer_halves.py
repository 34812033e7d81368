"""Keeps integers and rounds their halves down."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is the half of 7?

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square array")
    if not np.isfinite(np.triu(C)).all():
        raise ValueError("NaN or infinity")
    S = np.zeros_like(C)
    for i in range(len(C)):
        for j in range(i, len(C)):
            S[i, j] = S[j, i] = C[i, j] if i == j else C[i, j] / 2
    return S
