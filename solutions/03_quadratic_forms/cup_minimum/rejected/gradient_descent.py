"""Takes a hundred steps downhill."""
# caught by: finds_the_bottom_of_a_symmetric_cup
# nudge: Has your walk reached the bottom?

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
    step = 1 / (2 * np.abs(S).sum(axis=1).max())
    x = np.zeros(len(b))
    for _ in range(100):
        x = x - step * (2 * S @ x + b)
    return x, x @ A @ x + b @ x + c
