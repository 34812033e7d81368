"""Takes away the components along the last eight vectors only."""
# caught by: makes_orthonormal_columns
# nudge: How many vectors are there already when you come to column 12?

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
        last = Q[:, max(0, j - 8) : j]
        left = V[:, j] - last @ (last.T @ (A @ V[:, j]))
        left = left - last @ (last.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
