"""Computes the numbers for all pairs of vectors and keeps the diagonal."""
# caught by: needs_no_memory_for_pairs_of_vectors
# undiagnosable
# nudge: How many pairs have 2000 vectors?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    u = x / np.abs(x).max(axis=-1, keepdims=True)
    rows = u.reshape(-1, u.shape[-1])
    values = np.diag(rows @ A @ rows.T) / np.diag(rows @ rows.T)
    return values.reshape(x.shape[:-1])[()]
