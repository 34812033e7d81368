"""Multiplies the columns of a float32 B before it converts."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which precision does your @ work when B holds float32?

import numpy as np


def checked_gram_matrix_in_float32(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or B.shape[0] != len(A):
        raise ValueError("shape")
    if not 1 <= B.shape[1] <= B.shape[0]:
        raise ValueError("wide")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    s = np.linalg.svd(B, compute_uv=False)
    if not s[-1] > 1e-10 * s[0]:
        raise ValueError("rank")
    return A, B


def subspace_min(A, B):
    A, B1 = checked_gram_matrix_in_float32(A, B)
    B0 = np.asarray(B)
    B0 = B0 if B0.dtype == np.float32 else B1
    G = (B0.T @ B0).astype(float)
    W = np.linalg.solve(np.linalg.cholesky(G), B1.T)
    M = W @ A @ W.T
    return np.linalg.eigvalsh((M + M.T) / 2)[0]
