"""Knows no negative forms and calls them indefinite."""
# caught by: names_the_six_kinds, names_matrices_of_every_size
# nudge: Which kinds of form are never positive?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    if not (abs(values) > tol).any():
        return "zero"
    if values[0] < -tol:
        return "indefinite"
    return "positive definite" if values[0] > tol else "positive semidefinite"
