"""Evaluates Q at e_i and at e_i + e_j, and takes the squares off."""

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    E = np.eye(len(A))

    def form(x):
        return x @ A @ x

    C = np.diag([form(e) for e in E])
    for i in range(len(A)):
        for j in range(i + 1, len(A)):
            C[i, j] = form(E[i] + E[j]) - form(E[i]) - form(E[j])
    return C
