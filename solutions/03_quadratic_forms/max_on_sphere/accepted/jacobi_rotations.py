"""Diagonalises S by Jacobi rotations."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    n = len(S)
    V = np.eye(n)
    D = S.copy()
    for _ in range(60):
        for p in range(n):
            for q in range(p + 1, n):
                if D[p, q] == 0:
                    continue
                t = 0.5 * np.arctan2(2 * D[p, q], D[p, p] - D[q, q])
                J = np.eye(n)
                J[p, p] = J[q, q] = np.cos(t)
                J[p, q], J[q, p] = -np.sin(t), np.sin(t)
                D, V = J.T @ D @ J, V @ J
        if np.abs(D - np.diag(np.diag(D))).sum() <= 1e-15 * np.abs(D).max():
            break
    best = np.argmax(np.diag(D))
    return D[best, best], V[:, best]
