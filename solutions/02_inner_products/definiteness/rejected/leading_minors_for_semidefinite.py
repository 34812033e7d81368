"""Uses ≥ 0 for the leading minors, which is not enough for semidefinite."""
# caught by: names_matrices_of_every_size
# nudge: What are the leading minors of diag(0, −1)?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    if not S.any():
        return "zero"
    S = S / np.linalg.norm(S, 2)
    minors = np.array([np.linalg.det(S[:k, :k]) for k in range(1, len(S) + 1)])
    other = np.array([np.linalg.det(-S[:k, :k]) for k in range(1, len(S) + 1)])
    tol = 1e-12 if rtol is None else rtol
    if (minors > tol).all():
        return "positive definite"
    if (other > tol).all():
        return "negative definite"
    if (minors >= -tol).all():
        return "positive semidefinite"
    if (other >= -tol).all():
        return "negative semidefinite"
    return "indefinite"
