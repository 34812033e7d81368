"""Decides by elimination with complete pivoting and multiplies with loops."""

import numpy as np


def checked_gaussian_elimination(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or P.shape != A.shape:
        raise ValueError("A and P must be square and of one size")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    return A, P


def independent_gaussian_elimination(P):
    R = P / (np.abs(P).max() or 1.0)
    for k in range(len(R)):
        i, j = np.unravel_index(np.argmax(np.abs(R[k:, k:])), R[k:, k:].shape)
        R[[k, k + i]] = R[[k + i, k]]
        R[:, [k, k + j]] = R[:, [k + j, k]]
        if abs(R[k, k]) < 1e-12:
            return False
        R[k + 1 :] -= np.outer(R[k + 1 :, k] / R[k, k], R[k])
    return True


def change_of_basis(A, P):
    A, P = checked_gaussian_elimination(A, P)
    if not independent_gaussian_elimination(P):
        raise ValueError("P is singular")
    n = len(A)
    return np.array(
        [
            [sum(P[k, i] * A[k, l] * P[l, j] for k in range(n) for l in range(n)) for j in range(n)]
            for i in range(n)
        ]
    )
