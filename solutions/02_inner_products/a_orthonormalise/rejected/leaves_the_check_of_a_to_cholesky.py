"""Leaves it to cholesky to refuse A, which looks at the lower triangle only."""
# caught by: refuses_what_is_no_inner_product_or_no_matrix
# nudge: Which triangle does cholesky read?

import numpy as np


def a_orthonormalise(A, V):
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    L = np.linalg.cholesky(A)
    Q, R = np.linalg.qr(L.T @ V)
    return np.linalg.solve(L.T, Q * np.sign(np.diag(R)))
