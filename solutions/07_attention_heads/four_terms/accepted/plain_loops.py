"""Loops over queries and keys."""

import numpy as np


def four_terms(X, W_Q, W_K, b_Q, b_K):
    X, W_Q, W_K, b_Q, b_K = (np.asarray(a, dtype=float) for a in (X, W_Q, W_K, b_Q, b_K))
    if X.ndim != 2 or W_Q.ndim != 2 or W_Q.shape != W_K.shape or X.shape[1] != W_Q.shape[0]:
        raise ValueError(f"X {X.shape}, W_Q {W_Q.shape} and W_K {W_K.shape} do not fit")
    if not b_Q.shape == b_K.shape == W_Q.shape[1:]:
        raise ValueError(f"the biases want the shape {W_Q.shape[1:]}")
    if not all(np.isfinite(a).all() for a in (X, W_Q, W_K, b_Q, b_K)):
        raise ValueError("all numbers must be finite")
    T = len(X)
    out = np.zeros((4, T, T), dtype=np.longdouble)
    for i in range(T):
        for j in range(T):
            q, k = X[i] @ W_Q, X[j] @ W_K
            out[:, i, j] = q @ k, q @ b_K, b_Q @ k, b_Q @ b_K
    return out.astype(float)
