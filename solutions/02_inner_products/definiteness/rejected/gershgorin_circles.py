"""Asks for a dominant diagonal, which is sufficient but not necessary."""
# caught by: names_matrices_of_every_size
# nudge: Is [[1, 2], [2, 5]] diagonally dominant? Is it positive definite?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    radius = abs(S).sum(axis=1) - abs(np.diag(S))
    low, high = (np.diag(S) - radius).min(), (np.diag(S) + radius).max()
    if not S.any():
        return "zero"
    if low >= 0:
        return "positive definite" if low > 0 else "positive semidefinite"
    if high <= 0:
        return "negative definite" if high < 0 else "negative semidefinite"
    return "indefinite"
