"""Reads the four terms off the folded matrix."""

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
    query = np.repeat((X @ (W_Q @ b_K)).reshape(T, 1), T, axis=1)
    key = np.tile(X @ (W_K @ b_Q), (T, 1))
    return np.stack([X @ (W_Q @ W_K.T) @ X.T, query, key, np.full((T, T), np.vdot(b_Q, b_K))])
