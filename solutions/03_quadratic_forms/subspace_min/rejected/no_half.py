"""Takes the least value of A + Aᵀ, which is another form."""
# caught by: finds_the_floor_of_a_coordinate_plane, finds_the_least_value_on_any_subspace
# nudge: Which matrix has the same form as A?

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
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q)[0]
