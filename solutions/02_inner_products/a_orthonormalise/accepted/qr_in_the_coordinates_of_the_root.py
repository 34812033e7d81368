"""Does QR in the coordinates √A·x and solves for the way back."""

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    if np.linalg.matrix_rank(V) < V.shape[1]:
        raise ValueError("the columns are dependent")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    root = (vectors * np.sqrt(values)) @ vectors.T
    Q, R = np.linalg.qr(root @ V)
    signs = np.where(np.diag(R) < 0, -1.0, 1.0)
    return (vectors / np.sqrt(values)) @ vectors.T @ (Q * signs)
