"""Waits for solve to fail, which it does for singular matrices only, and not for all."""
# caught by: refuses_what_is_no_cup
# nudge: Is diag(2, -3) singular?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    x = -np.linalg.solve(S, b) / 2
    return x, x @ A @ x + b @ x + c
