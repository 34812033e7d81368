"""Negates b before it is converted: an unsigned one wraps round."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is minus np.uint8(1)?

import numpy as np


def cup_minimum(A, b, c=0):
    A, minus_b = np.asarray(A, dtype=float), -np.asarray(b)
    b = np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    values = np.linalg.eigvalsh(S)
    if values[0] <= 1e-12 * values[-1]:
        raise ValueError("not positive definite")
    x = np.linalg.solve(S, minus_b / 2)
    return x, x @ A @ x + b @ x + c
