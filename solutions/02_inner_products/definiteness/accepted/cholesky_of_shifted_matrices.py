"""Tries cholesky on S, −S and their shifts by the tolerance."""

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    size = np.linalg.norm(S, 2)
    if size == 0:
        return "zero"
    shift = (1e-12 if rtol is None else rtol) * np.eye(len(S))

    def factors(M):
        try:
            np.linalg.cholesky(M)
        except np.linalg.LinAlgError:
            return False
        return True

    for name, M in [("positive", S / size), ("negative", -S / size)]:
        if factors(M - shift):
            return name + " definite"
        if factors(M + shift):
            return name + " semidefinite"
    return "indefinite"
