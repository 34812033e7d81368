"""Calls a vector dependent when less than 1e-10 of it is left, however short it was."""
# caught by: accepts_tiny_huge_and_skewed_vectors, refuses_dependent_columns
# nudge: With what should the rest be compared?

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if V.shape[1] > V.shape[0]:
        raise ValueError("more columns than rows")
    Q = np.zeros(V.shape)
    for j in range(V.shape[1]):
        left = V[:, j]
        for _ in range(2):
            left = left - Q @ (Q.T @ (A @ left))
        length = np.sqrt(left @ A @ left)
        if length < 1e-10:
            raise ValueError("the columns are dependent")
        Q[:, j] = left / length
    return Q
