"""Finds the part of each vector along the earlier ones by solving normal equations."""

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    columns = np.zeros_like(V)
    for j in range(V.shape[1]):
        left, earlier = V[:, j], V[:, :j]
        if j:
            left = left - earlier @ np.linalg.solve(earlier.T @ A @ earlier, earlier.T @ A @ left)
            done = columns[:, :j]
            left = left - done @ (done.T @ A @ left)
        columns[:, j] = left / np.sqrt(left @ A @ left)
    return columns
