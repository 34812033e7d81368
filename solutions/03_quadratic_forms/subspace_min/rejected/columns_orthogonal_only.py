"""Makes the columns orthogonal and forgets to make them length 1."""
# caught by: finds_the_least_value_on_any_subspace, depends_on_the_subspace_alone
# nudge: Is ‖Bz‖ the same as ‖z‖ for long columns?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    S = (A + A.T) / 2

    Q, R = np.linalg.qr(B)
    Q = Q * np.diag(R)
    return np.linalg.eigvalsh(Q.T @ S @ Q)[0]
