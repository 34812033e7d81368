"""Makes the columns length 1 and forgets that they must be orthogonal."""
# caught by: finds_it_from_a_skewed_basis_too, finds_the_least_value_on_any_subspace, depends_on_the_subspace_alone
# nudge: Is ‖Bz‖ the same as ‖z‖ for skewed unit columns?

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

    Q = B / np.linalg.norm(B, axis=0)
    return np.linalg.eigvalsh(Q.T @ S @ Q)[0]
