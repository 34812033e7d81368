"""Makes B orthonormal by the inverse root of BᵀB."""

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(B) < B.shape[1]:
        raise ValueError("dependent columns")
    B = B / np.linalg.norm(B)
    values, V = np.linalg.eigh(B.T @ B)
    Q = B @ V / np.sqrt(values)
    form = Q.T @ A @ Q
    return np.linalg.eigvalsh(form + form.T)[0] / 2
