"""Accepts square V only."""
# caught by: turns_no_vector_round, makes_orthonormal_columns
# nudge: How many columns may V have?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if V.shape[0] != V.shape[1] or np.linalg.matrix_rank(V) < len(V):
        raise ValueError("V must be a basis")
    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j] - Q @ (Q.T @ (A @ V[:, j]))
        left = left - Q @ (Q.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
