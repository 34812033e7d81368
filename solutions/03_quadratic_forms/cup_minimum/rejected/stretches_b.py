"""Stretches a b of length 1 to fit."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Is (1) a vector with three entries?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    b = b + np.zeros(len(A))
    if b.shape != (len(A),) or not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    values = np.linalg.eigvalsh(S)
    if values[0] <= 1e-12 * values[-1]:
        raise ValueError("not positive definite")
    x = -np.linalg.solve(S, b) / 2
    return x, x @ A @ x + b @ x + c
