"""Takes the components of v along the earlier v instead of along the q."""
# caught by: makes_orthonormal_columns
# nudge: Are the earlier v at right angles to each other?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")

    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j].copy()
        for i in range(j):
            left -= (V[:, i] @ A @ V[:, j]) / (V[:, i] @ A @ V[:, i]) * V[:, i]
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
