"""Squares the shifted matrix again and again: its columns turn to the eigenvector."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    n = len(S)
    power = S + np.linalg.norm(S) * np.eye(n)
    if not power.any():
        power = np.eye(n)
    for _ in range(40):
        power = power / np.abs(power).max()
        power = power @ power
    column = power[:, np.argmax(np.diag(power))]
    x = column / np.linalg.norm(column)
    return x @ A @ x, x
