"""Decides by trace and determinant, which is enough in two dimensions only."""
# caught by: names_matrices_of_every_size
# nudge: Which signs have trace and determinant of diag(5, −1, −1)?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    if not S.any():
        return "zero"
    S = S / np.linalg.norm(S, 2)
    det, trace = np.linalg.det(S), np.trace(S)
    sign = "positive" if trace > 0 else "negative"
    if abs(det) <= 1e-12:
        return f"{sign} semidefinite"
    return f"{sign} definite" if (det if trace > 0 else det * (-1) ** len(S)) > 0 else "indefinite"
