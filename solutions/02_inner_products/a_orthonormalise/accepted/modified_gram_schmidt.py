"""Takes each new direction out of all later vectors at once, and decides about rank by what is left."""

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if V.shape[1] > V.shape[0]:
        raise ValueError("more columns than rows")
    for j in range(V.shape[1]):
        if not V[:, j].any():
            raise ValueError("a zero column")
        V[:, j] /= abs(V[:, j]).max()
    before = [np.sqrt(v @ A @ v) for v in V.T]
    for j in range(V.shape[1]):
        length = np.sqrt(V[:, j] @ A @ V[:, j])
        if length <= 1e-9 * before[j]:
            raise ValueError("the columns are dependent")
        V[:, j] /= length
        for i in range(j + 1, V.shape[1]):
            V[:, i] -= (V[:, j] @ A @ V[:, i]) * V[:, j]
    return V
