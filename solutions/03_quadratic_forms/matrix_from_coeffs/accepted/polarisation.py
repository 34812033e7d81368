"""Evaluates the polynomial and polarises it: s_ij = (Q(e_i + e_j) − Q(e_i) − Q(e_j))/2 without the squares."""

import numpy as np


def matrix_from_coeffs(C):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(C).all():
        raise ValueError("NaN or infinity")
    n = len(C)
    E = np.eye(n)
    mixed = np.triu(C, 1)

    def form(x):
        return sum(mixed[i, j] * x[i] * x[j] for i in range(n) for j in range(i + 1, n))

    S = [[form(E[i] + E[j]) / 2 if i != j else C[i, i] for j in range(n)] for i in range(n)]
    return np.array(S)
