"""Uses the formula for two columns, and the quotient for one."""
# caught by: finds_the_least_value_on_any_subspace
# nudge: Does your answer work for three columns?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    F = Q.T @ A @ Q
    if len(F) == 1:
        return F[0, 0]
    mean, difference = (F[0, 0] + F[1, 1]) / 2, (F[0, 0] - F[1, 1]) / 2
    return mean - np.hypot(difference, (F[0, 1] + F[1, 0]) / 2)
