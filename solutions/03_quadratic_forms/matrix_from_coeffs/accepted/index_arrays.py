"""Writes the halves through the indices of the upper triangle."""

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    S = np.zeros_like(C)
    i, j = np.triu_indices(len(C), 1)
    S[i, j] = S[j, i] = 0.5 * C[i, j]
    S[np.diag_indices(len(C))] = C.diagonal()
    return S
