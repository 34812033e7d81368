"""Calls the zero form positive semidefinite, which is not the name asked for."""
# caught by: names_the_six_kinds, names_matrices_of_every_size
# nudge: Which line of the table has only zeros?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    if (values >= -tol).all():
        return "positive definite" if values[0] > tol else "positive semidefinite"
    if (values <= tol).all():
        return "negative definite" if values[-1] < -tol else "negative semidefinite"
    return "indefinite"
