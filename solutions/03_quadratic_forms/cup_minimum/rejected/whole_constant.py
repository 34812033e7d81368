"""Cuts the constant off to an integer."""
# caught by: gives_the_value_with_and_without_c
# nudge: What happens to c = -0.75?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    values = np.linalg.eigvalsh(S)
    if values[0] <= 1e-12 * values[-1]:
        raise ValueError("not positive definite")
    x = -np.linalg.solve(S, b) / 2
    return x, x @ A @ x + b @ x + int(c)
