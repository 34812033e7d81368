"""Symmetrises the caller’s own A."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does += change?

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
    if A.flags.writeable:
        A += A.T.copy()
        A *= 0.5
    x = -np.linalg.solve(S, b) / 2
    return x, x @ S @ x + b @ x + c
