"""Looks only at the last column for dependence."""
# caught by: refuses_dependent_columns
# nudge: Which diagonal entry of R is 0 when the second of three columns repeats the first?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if (
        A.ndim != 2
        or A.shape[0] != A.shape[1]
        or B.ndim != 2
        or B.shape[0] != len(A)
        or not 1 <= B.shape[1] <= len(A)
    ):
        raise ValueError("shape")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    Q, R = np.linalg.qr(B)
    if abs(R[-1, -1]) <= 1e-12 * abs(R[0, 0]):
        raise ValueError("not allowed")
    M = Q.T @ A @ Q
    return np.linalg.eigvalsh((M + M.T) / 2)[0]
