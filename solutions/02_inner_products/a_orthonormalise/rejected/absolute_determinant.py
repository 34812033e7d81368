"""Calls columns dependent when the determinant of VᵀV is below 1e-12."""
# caught by: accepts_tiny_huge_and_skewed_vectors, refuses_dependent_columns
# nudge: What becomes of a determinant when V is divided by 1000?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if V.shape[1] > V.shape[0] or np.linalg.det(V.T @ V) < 1e-12:
        raise ValueError("the columns are dependent")
    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j] - Q @ (Q.T @ (A @ V[:, j]))
        left = left - Q @ (Q.T @ (A @ left))
        Q[:, j] = left / np.sqrt(left @ A @ left)
    return Q
