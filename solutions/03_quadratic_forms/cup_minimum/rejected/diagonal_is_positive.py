"""Takes a positive diagonal for definiteness."""
# caught by: refuses_what_is_no_cup
# nudge: What is (1, -1) worth for [[1, 3], [3, 1]]?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    if np.diag(A).min() <= 0:
        raise ValueError("not positive definite")
    x = -np.linalg.lstsq(S, b, rcond=None)[0] / 2
    return x, x @ A @ x + b @ x + c
