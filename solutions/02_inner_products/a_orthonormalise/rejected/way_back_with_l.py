"""Goes back with the inverse of L, though another map led there."""
# caught by: makes_the_basis_of_the_example, makes_orthonormal_columns
# nudge: Which map led to the coordinates?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    L = np.linalg.cholesky((A + A.T) / 2)

    Q, R = np.linalg.qr(L.T @ V)
    return np.linalg.solve(L, Q * np.sign(np.diag(R)))
