"""Computes in float32."""
# caught by: makes_orthonormal_columns, reads_any_numbers_and_leaves_them_unchanged
# nudge: How many digits does a float32 hold?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")

    scale = abs(A).max()
    A, V = (A / scale).astype(np.float32), (V / abs(V).max()).astype(np.float32)
    Q = np.zeros(V.shape, dtype=np.float32)
    for j in range(V.shape[1]):
        left = V[:, j] - Q @ (Q.T @ (A @ V[:, j]))
        left = left - Q @ (Q.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q.astype(float) / np.sqrt(scale)
