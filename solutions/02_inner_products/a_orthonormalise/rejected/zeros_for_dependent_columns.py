"""Returns zero columns for dependent ones."""
# caught by: refuses_dependent_columns
# nudge: What is promised for dependent columns?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    Q = np.zeros(V.shape)
    for j, v in enumerate(V.T):
        left = v.copy()
        for _ in range(2):
            left = left - Q @ (Q.T @ (A @ left))
        if np.sqrt(left @ A @ left) > 1e-10 * np.sqrt(v @ A @ v):
            Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
