"""Takes the diagonal of X A Xᵀ, which works for one leading axis only."""
# caught by: takes_batches_of_any_depth
# nudge: What is the transpose of a batch of shape (2, 3, n)?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")
    x = x / np.abs(x).max(axis=-1, keepdims=True)

    if x.ndim == 1:
        return x @ A @ x / (x @ x)
    return np.diag(x @ A @ x.T) / np.diag(x @ x.T)
