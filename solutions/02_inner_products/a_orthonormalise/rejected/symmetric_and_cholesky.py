"""Asks for symmetric and trusts cholesky, which accepts half of all singular Gram matrices."""
# caught by: refuses_what_is_no_inner_product_or_no_matrix
# nudge: Does cholesky refuse B @ B.T for a tall B?

import numpy as np


def a_orthonormalise(A, V):
    if not is_symmetric(A):
        raise ValueError("A is not symmetric")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    L = np.linalg.cholesky(A)
    Q, R = np.linalg.qr(L.T @ V)
    return np.linalg.solve(L.T, Q * np.sign(np.diag(R)))
