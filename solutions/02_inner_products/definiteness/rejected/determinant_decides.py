"""Takes a positive determinant for positive definite."""
# caught by: names_the_six_kinds, names_matrices_of_every_size
# nudge: What is the determinant of −I in two dimensions?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    det, tol = np.linalg.det(S), 1e-12 * np.linalg.norm(S) ** len(S)
    if not S.any():
        return "zero"
    if abs(det) <= tol:
        return "positive semidefinite" if np.trace(S) > 0 else "negative semidefinite"
    return "positive definite" if det > 0 else "indefinite"
