"""Takes any matrix for an inner product."""
# caught by: refuses_what_is_no_inner_product_or_no_matrix
# nudge: Which length has (1, −1) in [[1, 2], [2, 1]]?

import numpy as np


def a_orthonormalise(A, V):
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j] - Q @ (Q.T @ (A @ V[:, j]))
        left = left - Q @ (Q.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
