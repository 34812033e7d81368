"""Accepts a semidefinite form and takes the pseudoinverse."""
# caught by: refuses_what_is_no_cup
# nudge: How many lowest points has a trough?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    values = np.linalg.eigvalsh(S)
    if values[0] < -1e-9 * np.abs(values).max() or values[-1] <= 0:
        raise ValueError("not semidefinite")
    x = -np.linalg.pinv(S, rcond=1e-12) @ b / 2
    return x, x @ A @ x + b @ x + c
