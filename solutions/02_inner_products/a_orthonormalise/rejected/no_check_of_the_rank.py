"""Never asks whether the columns are dependent."""
# caught by: refuses_dependent_columns
# nudge: What is left of a dependent vector, and what do you divide by?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    L = np.linalg.cholesky((A + A.T) / 2)
    Q, R = np.linalg.qr(L.T @ V)
    k = R.shape[0]
    return np.linalg.solve(L.T, Q * np.where(np.diag(R) < 0, -1.0, 1.0)[:k])
