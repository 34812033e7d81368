"""Checks the shape of V but not its numbers."""
# caught by: refuses_what_is_no_inner_product_or_no_matrix
# nudge: What is left of a vector with NaN in it?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or V.shape[1] > len(A):
        raise ValueError("V must be a matrix with as many rows as A")
    if np.isfinite(V).all() and np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j] - Q @ (Q.T @ (A @ V[:, j]))
        left = left - Q @ (Q.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
