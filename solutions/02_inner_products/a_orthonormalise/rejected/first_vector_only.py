"""Makes each vector orthogonal to the first one only."""
# caught by: makes_orthonormal_columns
# nudge: How many vectors are there before the third?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")

    Q = V / np.sqrt(((A @ V) * V).sum(axis=0))
    for j in range(1, V.shape[1]):
        left = Q[:, j] - (Q[:, 0] @ A @ Q[:, j]) * Q[:, 0]
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
