"""Takes Sx + b for the gradient."""
# caught by: finds_the_bottom_of_a_parabola, finds_the_bottom_of_a_cup_that_is_not_symmetric, finds_the_bottom_of_a_symmetric_cup
# nudge: What is the derivative of 2x²?

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
    x = -np.linalg.solve(S, b)
    return x, x @ A @ x + b @ x + c
