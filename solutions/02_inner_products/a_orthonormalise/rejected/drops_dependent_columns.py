"""Leaves dependent columns out instead of refusing them."""
# caught by: refuses_dependent_columns
# nudge: What is promised for dependent columns?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    columns = []
    for v in V.T:
        left = v.copy()
        for _ in range(2):
            for q in columns:
                left = left - (q @ A @ left) * q
        if np.sqrt(left @ A @ left) > 1e-10 * np.sqrt(v @ A @ v):
            columns.append(left / np.sqrt(left @ A @ left))
    return np.array(columns).T
