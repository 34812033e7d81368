"""Measures the least eigenvalue against A, whose antisymmetric part the form does not see."""
# caught by: finds_the_bottom_when_the_matrix_is_not_symmetric
# nudge: Which matrix does the form see?

import numpy as np


def checked_measures_against_the_whole_of_a(A, b):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != (len(A),):
        raise ValueError("shape")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = A / 2 + A.T / 2
    w = np.linalg.eigvalsh(S)
    if not w[0] > 1e-12 * np.abs(w).max():
        raise ValueError("no cup")
    return A, b, S


def cup_minimum(A, b, c=0):
    A, b, S = checked_measures_against_the_whole_of_a(A, b)
    if np.linalg.eigvalsh(S)[0] < 1e-12 * np.linalg.norm(A):
        raise ValueError("not allowed")
    x = -0.5 * np.linalg.solve(S, b)
    return x, c + b @ x / 2
