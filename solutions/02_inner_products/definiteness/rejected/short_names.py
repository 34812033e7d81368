"""Returns short names of its own."""
# caught by: names_the_six_kinds, names_matrices_of_every_size
# nudge: Which six strings are asked for?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    low, high = values[0], values[-1]
    if low > tol:
        return "PD"
    if high < -tol:
        return "ND"
    if abs(values).max() == 0:
        return "zero"
    return "indefinite" if low < -tol and high > tol else ("PSD" if high > tol else "NSD")
