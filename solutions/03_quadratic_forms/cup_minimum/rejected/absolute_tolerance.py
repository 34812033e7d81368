"""Wants eigenvalues above 1e-8, whatever the size of the form."""
# caught by: accepts_small_large_and_flat_cups
# nudge: Multiply A by 1e-12. Is it still a cup?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    if np.linalg.eigvalsh(S)[0] <= 1e-8:
        raise ValueError("not positive definite")
    x = -np.linalg.solve(S, b) / 2
    return x, x @ A @ x + b @ x + c
