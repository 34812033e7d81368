"""Takes all components out of each vector in one step."""

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    columns = []
    for v in V.T:
        left = v - sum(((q @ A @ v) * q for q in columns), np.zeros(len(A)))
        columns.append(left / np.sqrt(left @ A @ left))
    return np.column_stack(columns)
