"""Finds the eigenvalues of S by Jacobi rotations, after scaling."""

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = A / 2 + A.T / 2
    largest = abs(S).max()
    if largest == 0:
        return "zero"
    S, n = S / largest, len(S)
    for _ in range(12):
        for p in range(n - 1):
            for q in range(p + 1, n):
                if S[p, q] != 0:
                    turn = 0.5 * np.arctan2(2 * S[p, q], S[q, q] - S[p, p])
                    c, s = np.cos(turn), np.sin(turn)
                    J = np.eye(n)
                    J[p, p], J[q, q], J[p, q], J[q, p] = c, c, s, -s
                    S = J.T @ S @ J
        if np.linalg.norm(S - np.diag(np.diag(S))) < 1e-15:
            break
    values = np.diag(S)
    tol = (1e-12 if rtol is None else rtol) * abs(values).max()
    positive, negative = sum(values > tol), sum(values < -tol)
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
