"""Takes the least of many random vectors of the subspace."""
# caught by: finds_the_least_value_on_any_subspace, depends_on_the_subspace_alone
# nudge: How close to the floor does a random direction come?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    Z = np.random.default_rng(0).standard_normal((3000, B.shape[1]))
    X = Z @ np.linalg.qr(B)[0].T
    return (np.einsum("ki,ij,kj->k", X, A, X) / (X * X).sum(1)).min()
